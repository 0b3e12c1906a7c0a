//! `updates.xml`, an Atom feed (RFC 4287) of what people decided and reported: decisions and projects' updates by as_of, the latest first. Not done
//! here: what is to come, which the calendar feeds tell.

use std::collections::BTreeSet;

use super::{UPDATES, address, xml};
use crate::calendar::Date;
use crate::page::Context;
use crate::page::context::page_url;
use crate::path::OutputPath;

/// So many entries are in it: a reader that asks once in a while misses none, and the file stays small.
const MOST: usize = 100;

/// What a reader is told.
struct Entry {
    day: Date,
    /// Apart from all others, whatever its title or place: hashed for the entry's id.
    key: String,
    title: String,
    text: Vec<String>,
    by: Vec<String>,
    output: OutputPath,
}

pub(super) fn feed(context: &Context<'_, '_>) -> String {
    let (playbook, config) = (context.playbook, context.playbook.config);
    let mut entries: Vec<Entry> = decisions(context).chain(updates(context)).collect();
    entries.sort_by(|a, b| (b.day, &b.key).cmp(&(a.day, &a.key)));
    entries.truncate(MOST);
    let latest = entries.first().map(|entry| entry.day).or(config.start).unwrap_or(playbook.as_of);
    let from = OutputPath::new(UPDATES);
    let url = |output: &OutputPath| match &config.base_url {
        Some(base) => address(base, output),
        None => page_url(&from, output, None),
    };
    let title = playbook.locale.with("updates-feed", &[("book", config.title.as_str().into())]);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", xml(&config.language.value)));
    out.push_str(&format!("<id>{}</id>\n<title>{}</title>\n", id(&[&config.id]), xml(&title)));
    out.push_str(&format!("<updated>{latest}T00:00:00Z</updated>\n<author><name>{}</name></author>\n", xml(&config.title)));
    out.push_str(&format!("<link href=\"{}\"/>\n", xml(&url(&OutputPath::new("index.html")))));
    out.push_str(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", xml(&url(&from))));
    for entry in &entries {
        out.push_str(&format!("<entry>\n<id>{}</id>\n<title>{}</title>\n", id(&[&config.id, &entry.key]), xml(&entry.title)));
        out.push_str(&format!("<updated>{0}T00:00:00Z</updated>\n<published>{0}T00:00:00Z</published>\n", entry.day));
        entry.by.iter().for_each(|by| out.push_str(&format!("<author><name>{}</name></author>\n", xml(by))));
        out.push_str(&format!("<link href=\"{}\"/>\n", xml(&url(&entry.output))));
        if !entry.text.is_empty() {
            out.push_str(&format!("<summary>{}</summary>\n", xml(&entry.text.join(" "))));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

fn decisions<'c>(context: &'c Context<'_, '_>) -> impl Iterator<Item = Entry> + 'c {
    let playbook = context.playbook;
    playbook.decisions.iter().map(move |decision| {
        let project = &playbook.projects[decision.project];
        let front = decision.front;
        let conditions = front.conditions.iter().map(|condition| condition.text.clone());
        Entry {
            day: decision.date,
            key: format!("decision\0{}", decision.document.id),
            title: format!("{}: {}", project.title(playbook.config), decision.document.title),
            text: decision.document.common.description.clone().into_iter().chain(conditions).collect(),
            by: front.by.clone(),
            output: decision.document.output.clone(),
        }
    })
}

fn updates<'c>(context: &'c Context<'_, '_>) -> impl Iterator<Item = Entry> + 'c {
    let playbook = context.playbook;
    playbook.projects.iter().filter_map(|project| Some((project, project.document?))).flat_map(move |(project, document)| {
        let mut seen = BTreeSet::new();
        let made = project.front.updates.iter().filter(|update| update.date.value <= playbook.as_of);
        let entries: Vec<Entry> = made
            .map(|update| {
                // The text is a part of what it is: a day can have two of them, and their order in the file may change.
                let mut key = format!("update\0{}\0{}\0{}", document.id, update.date.value, update.headline);
                while !seen.insert(key.clone()) {
                    key.push('\0');
                }
                Entry {
                    day: update.date.value,
                    key,
                    title: format!("{}: {}", project.title(playbook.config), update.headline),
                    text: Vec::new(),
                    by: update.by.iter().cloned().collect(),
                    output: document.output.clone(),
                }
            })
            .collect();
        entries
    })
}

/// A UUID of version 8 (RFC 9562 section 5.8) made of names: the same for the same ones, whatever the site's address.
fn id(names: &[&str]) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&blake3::hash(names.join("\0").as_bytes()).as_bytes()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
