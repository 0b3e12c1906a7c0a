//! Tera's filter `group_by`, with the same groups in every run. Not done here: other filters, for the others keep the order that they find.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Takes the place of Tera's own filter, which puts the groups into an order by chance: a site would have other bytes in each run.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("group_by", |values: &[Value], given: Kwargs, _: &State<'_>| group_by(values, &given));
}

/// `{% for owner, items in items | group_by(attribute="owner") %}`: the groups in the order in which the first of each comes. What has nothing there is
/// in no group.
fn group_by(values: &[Value], given: &Kwargs) -> TeraResult<Value> {
    let attribute: &str = given.must_get("attribute")?;
    let mut groups = Groups(Vec::new());
    let mut places: BTreeMap<&Value, usize> = BTreeMap::new();
    for value in values {
        let by =
            value.get_from_path(attribute).ok_or_else(|| Error::message(format!("there is no `{attribute}` in a {}", value.name())))?;
        if by.is_none() {
            continue;
        }
        let place = *places.entry(by).or_insert(groups.0.len());
        match groups.0.get_mut(place) {
            Some((_, group)) => group.push(value),
            None => groups.0.push((by, vec![value])),
        }
    }
    Value::try_from_serializable(&groups)
}

/// A map from what is the same in the values of a group to these; Tera says which values can be keys.
struct Groups<'v>(Vec<(&'v Value, Vec<&'v Value>)>);

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(by, group)| (by, group)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tera::Context;

    use super::*;

    fn rendered(rows: &[serde_json::Value], template: &str) -> Result<String, String> {
        let mut tera = Tera::default();
        register(&mut tera);
        tera.add_raw_template("page", template).map_err(|error| error.to_string())?;
        tera.render("page", &Context::from_serialize(&json!({"rows": rows})).unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn groups_come_in_the_order_of_their_first() {
        let rows: Vec<_> = (0..60).map(|n| json!({"n": n, "of": {"name": format!("g{}", n * 7 % 30)}})).collect();
        let page = rendered(
            &rows,
            "{% for name, rows in rows | group_by(attribute=\"of.name\") %}{{ name }}:{% for row in rows %}{{ row.n }} {% endfor %}{% endfor %}",
        );
        let expected: String = (0..30).map(|n| format!("g{}:{n} {} ", n * 7 % 30, n + 30)).collect();
        assert_eq!(page, Ok(expected));
    }

    #[test]
    fn what_has_nothing_to_be_grouped_by_is_in_no_group_and_what_cannot_be_a_fault() {
        let rows = [json!({"by": 2}), json!({"by": null}), json!({"by": true}), json!({"by": 2}), json!({"by": "2"})];
        let grouped = "{% for by, rows in rows | group_by(attribute=\"by\") %}{{ by }}:{{ rows | length }} {% endfor %}";
        assert_eq!(rendered(&rows, grouped).as_deref(), Ok("2:2 true:1 2:1 "));
        assert!(rendered(&[json!({"by": []})], grouped).unwrap_err().contains("map key must be"));
        assert!(rendered(&[json!({"of": 1})], grouped).unwrap_err().contains("there is no `by`"));
        assert_eq!(rendered(&[], grouped).as_deref(), Ok(""));
    }
}
