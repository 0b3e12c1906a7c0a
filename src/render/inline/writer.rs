//! Writes out components where they are used. Not done here: what can be written out at all ([`super::component`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::call::Call;
use super::component::{Body, Component, Parameter, type_of};
use super::pieces::{Piece, end_of_component, end_of_use, names_something};
use super::signs::{Role, Sign, literal, named, path, signs};
use super::words::{Say, said, text};

/// So much of a component is written out in all places where it is used, or in each of them ([`Component::size`]): every build compiles it.
const MOST: usize = 2000;
const MOST_EACH: usize = 300;

/// Tera reads no template in which tags stand deeper within each other.
const DEEPEST: usize = 40;

/// A component as it was written.
pub(super) struct Definition<'d> {
    /// The name of the template where it stands.
    pub(super) template: &'d str,
    /// What it takes, if that can be said.
    pub(super) parameters: Option<Vec<Parameter>>,
    pub(super) pieces: &'d [Piece],
}

/// Values, each with a test that it passes.
type Known = BTreeSet<(String, &'static str)>;

/// Writes out components.
pub(super) struct Writer<'w> {
    definitions: &'w BTreeMap<String, Definition<'w>>,
    /// How often each is used.
    uses: BTreeMap<String, usize>,
    say: Say<'w>,
    /// Whether it may be that a component is given something of another type than it takes, or a field of what is not there.
    doubts: bool,
    /// What stands in a component, written out, and the component if it can be written out itself.
    done: BTreeMap<&'w str, (Vec<Piece>, Option<Arc<Component>>)>,
    /// Those whose turn it is, each within the one before it.
    open: Vec<&'w str>,
    /// In how many bodies and components within each other the turn is.
    depth: usize,
    /// How many names have been made.
    count: usize,
}

impl<'w> Writer<'w> {
    /// One of these components, each with how often it is used.
    pub(super) fn new(
        definitions: &'w BTreeMap<String, Definition<'w>>,
        uses: BTreeMap<String, usize>,
        say: Say<'w>,
        doubts: bool,
    ) -> Self {
        Self { definitions, uses, say, doubts, done: BTreeMap::new(), open: Vec::new(), depth: 0, count: 0 }
    }

    /// A whole template, with the components that it defines.
    pub(super) fn template(&mut self, name: &str, pieces: &[Piece]) -> Vec<Piece> {
        let (mut written, mut at) = (Vec::new(), 0);
        while at < pieces.len() {
            let next = pieces[at..].iter().position(|piece| piece.defined().is_some()).map_or(pieces.len(), |next| at + next);
            written.extend(self.pieces(&pieces[at..next], &Known::new()));
            at = next;
            let Some(component) = pieces.get(at).and_then(Piece::defined) else { break };
            let end = at + 1 + end_of_component(&pieces[at + 1..]);
            written.push(pieces[at].clone());
            self.component(component);
            match self.done.get(component).filter(|_| self.definitions[component].template == name) {
                Some((done, _)) => written.extend_from_slice(done),
                None => written.extend_from_slice(&pieces[at + 1..end]),
            }
            at = end;
        }
        written
    }

    /// The component of that name, if it can be written out.
    fn component(&mut self, name: &str) -> Option<Arc<Component>> {
        let (name, definition) = self.definitions.get_key_value(name)?;
        if !self.done.contains_key(name.as_str()) {
            if self.open.contains(&name.as_str()) {
                return None;
            }
            self.open.push(name);
            let parameters = definition.parameters.as_deref();
            let names = |code: &&str| code.contains("set ") || code.contains("for ");
            let codes = definition.pieces.iter().filter_map(|piece| signs(piece.code().filter(names)?));
            let named: BTreeSet<String> =
                codes.flat_map(|signs| named(&signs).into_iter().map(str::to_owned).collect::<Vec<_>>()).collect();
            let taken = parameters.unwrap_or_default().iter().filter(|parameter| !named.contains(&parameter.name));
            let known = taken.filter_map(|parameter| Some((parameter.name.clone(), parameter.test?))).collect();
            let pieces = self.pieces(definition.pieces, &known);
            self.open.pop();
            let component = parameters.and_then(|parameters| Component::new(parameters, pieces.clone()));
            self.done.insert(name, (pieces, component.map(Arc::new)));
        }
        self.done.get(name.as_str())?.1.clone()
    }

    fn pieces(&mut self, pieces: &[Piece], known: &Known) -> Vec<Piece> {
        if self.depth == DEEPEST {
            return pieces.to_vec();
        }
        self.depth += 1;
        let (mut written, mut at) = (Vec::new(), 0);
        while let Some(piece) = pieces.get(at) {
            at += 1;
            match piece {
                Piece::Text(_) => written.push(piece.clone()),
                Piece::Print(code) => self.print(code, known, &mut written),
                Piece::Tag(code) if code.starts_with('<') => {
                    let end = at + end_of_use(&pieces[at..]);
                    let body = self.pieces(&pieces[at..end], known);
                    let call = signs(code).and_then(|signs| Call::new(&signs));
                    match call.and_then(|call| self.written(&call, Some(&body), known)) {
                        Some(pieces) => written.extend(pieces),
                        None => written.extend([std::slice::from_ref(piece), &*body, &pieces[end..pieces.len().min(end + 1)]].concat()),
                    }
                    at = end + 1;
                }
                Piece::Tag(code) => self.tag(code, known, &mut written),
            }
        }
        self.depth -= 1;
        written
    }

    /// `{{ code }}`.
    fn print(&mut self, code: &str, known: &Known, written: &mut Vec<Piece>) {
        let whole = Some(code).filter(|code| code.starts_with('<')).and_then(signs);
        let call = whole.and_then(|signs| Call::new(&signs).filter(|call| call.is_closed && call.length == signs.len()));
        if let Some(pieces) = call.and_then(|call| self.written(&call, None, known)) {
            return written.extend(pieces);
        }
        let code = said(&self.captured(code, known, written), self.say);
        written.push(text(&code).map_or(Piece::Print(code), Piece::Text));
    }

    /// `{% code %}`.
    fn tag(&mut self, code: &str, known: &Known, written: &mut Vec<Piece>) {
        let code = if code.starts_with("set ") { self.captured(code, known, written) } else { code.to_owned() };
        written.push(Piece::Tag(said(&code, self.say)));
    }

    /// The code, with each component in it written out before it. Not where it may be that it is not used at all.
    fn captured(&mut self, code: &str, known: &Known, written: &mut Vec<Piece>) -> String {
        let Some(signs) = Some(code).filter(|code| code.contains('<')).and_then(signs) else { return code.to_owned() };
        let is_choice = |sign: &Sign<'_>| sign.role == Role::Word && matches!(sign.text, "if" | "and" | "or" | "for");
        if signs.iter().any(is_choice) {
            return code.to_owned();
        }
        let (mut fresh, mut at) = (String::new(), 0);
        while let Some(sign) = signs.get(at) {
            let call = Call::new(&signs[at..]).filter(|call| call.is_closed);
            let length = call.as_ref().map_or(1, |call| call.length);
            match call.and_then(|call| self.written(&call, None, known)) {
                Some(pieces) => {
                    let name = self.name();
                    written.extend(capture(&name, &pieces));
                    fresh.push_str(&name);
                    at += length;
                }
                None => {
                    fresh.push_str(sign.text);
                    at += 1;
                }
            }
        }
        fresh
    }

    /// A name that nothing else has.
    fn name(&mut self) -> String {
        self.count += 1;
        format!("__{}", self.count)
    }

    /// The use of a component, written out; `body` is what stands between its tags.
    fn written(&mut self, call: &Call, body: Option<&[Piece]>, known: &Known) -> Option<Vec<Piece>> {
        let component = self.component(&call.name)?;
        let is_short = component.size <= MOST_EACH || component.size * self.uses.get(&call.name).unwrap_or(&1) <= MOST;
        let takes = |given: &(String, String)| component.parameters.iter().any(|parameter| parameter.name == given.0);
        if !is_short || body.is_some() != (component.body != Body::None) || !call.given.iter().all(takes) {
            return None;
        }
        let mut names: BTreeMap<&str, String> = component.named.iter().map(|name| (name.as_str(), self.name())).collect();
        let (mut written, mut tests) = (Vec::new(), Vec::new());
        let marker = self.name();
        let stays = body.filter(|body| component.body == Body::Once && !names_something(body));
        if let (Some(body), None) = (body, stays) {
            written.extend(capture(&marker, body));
        }
        for parameter in &component.parameters {
            let value = self.argument(parameter, &component, call, known, &mut written, &mut tests)?;
            names.insert(&parameter.name, value);
        }
        if !tests.is_empty() {
            written.push(Piece::Tag(format!("if not ({})", tests.join(" and "))));
            written.push(Piece::Print("throw(message=\"\")".to_owned()));
            written.push(Piece::Tag("endif".to_owned()));
        }
        names.insert("body", marker.clone());
        for piece in component.with(&names) {
            match (piece, stays) {
                (Piece::Print(code), Some(body)) if code == marker => written.extend_from_slice(body),
                (Piece::Print(code), _) => written.push(text(&code).map_or(Piece::Print(code), Piece::Text)),
                (piece, _) => written.push(piece),
            }
        }
        Some(written)
    }

    /// What stands for a parameter: what is given itself where that is as good as a variable, else a variable. What must be looked at for its type is
    /// among the tests then. `None` if nothing is given that must be, or something of another type.
    fn argument(
        &mut self,
        parameter: &Parameter,
        component: &Component,
        call: &Call,
        known: &Known,
        written: &mut Vec<Piece>,
        tests: &mut Vec<String>,
    ) -> Option<String> {
        let given = call.given.iter().find(|(name, _)| *name == parameter.name).map(|(_, value)| said(value, self.say));
        let is_given = given.is_some();
        let value = given.or_else(|| parameter.default.clone())?;
        let signs = signs(&value)?;
        let (path, literal) = (path(&signs), literal(&signs));
        // A field of what is not there is a fault at the place of use, not where the component asks for it or does not.
        let stands = match (&path, literal) {
            (Some(path), _) => path.len() == 1 || parameter.test.is_some() || !self.doubts,
            (None, Some(_)) => !component.opened.contains(&parameter.name),
            (None, None) => false,
        };
        let value = if stands && !component.named.contains(&parameter.name) {
            path.map_or_else(|| value.clone(), |path| path.join("."))
        } else {
            let name = self.name();
            self.tag(&format!("set {name} = {value}"), known, written);
            name
        };
        if let Some(test) = parameter.test.filter(|_| is_given) {
            match literal {
                Some(literal) if type_of(literal) != Some(test) => return None,
                None if self.doubts && !known.contains(&(value.clone(), test)) => tests.push(format!("{value} is {test}")),
                _ => {}
            }
        }
        Some(value)
    }
}

/// Pieces whose text is kept under a name.
fn capture(name: &str, pieces: &[Piece]) -> Vec<Piece> {
    [&[Piece::Tag(format!("set {name}"))], pieces, &[Piece::Tag("endset".to_owned())]].concat()
}
