//! Blocks of code. Not done here: reading what stands behind a fence (`fence`), colours ([`super::super::highlight`]).

use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event};

use super::fence::Fence;
use super::outline::end_of;
use super::writer::Writer;
use crate::diagnostic::{self, Code, Diagnostic};
use crate::document::fragment::{CodeBlock, Fill};
use crate::document::highlight;

impl Writer<'_> {
    /// Writes a block of code, all but the code, which is a hole.
    pub(super) fn code_block(&mut self, at: usize, kind: &CodeBlockKind<'_>) -> usize {
        let end = end_of(self.events, at);
        let code =
            self.events[at + 1..end].iter().filter_map(|(event, _)| if let Event::Text(text) = event { Some(&**text) } else { None });
        let code: String = code.collect();
        let info = match kind {
            CodeBlockKind::Indented => "",
            CodeBlockKind::Fenced(info) => info,
        };
        let Fence { language: word, title, lines, faults } = Fence::read(info, code.lines().count());
        for fault in faults {
            let span = self.source.span(fault.part, &self.events[at].1);
            self.diagnostics.push(Diagnostic::new(fault.code, self.source.path, span, fault.message).help(fault.help));
        }
        let language = word.to_lowercase();
        let frame = if title.is_empty() { "div" } else { "figure" };
        self.push_block(&format!("<{frame} class=\"code-block\">"));
        if !title.is_empty() {
            self.push("<figcaption>");
            self.push_text(title);
            self.push("</figcaption>");
            self.say(title);
        }
        self.push("<pre class=\"code\" tabindex=\"0\"");
        if !word.is_empty() {
            self.push_attribute("data-lang", &language);
        }
        self.push("><code>");
        self.push_hole(Fill::Code(self.body.fragment.code.len()));
        self.push(&format!("</code></pre></{frame}>\n"));
        let language = if word.is_empty() || highlight::knows(&language) { language } else { self.unknown_language(at, word) };
        self.body.fragment.code.push(Arc::new(CodeBlock::new(language, code, lines)));
        end + 1
    }

    /// Reports a language and gives the one to use instead, which is none.
    fn unknown_language(&mut self, at: usize, word: &str) -> String {
        let span = self.source.span(word, &self.events[at].1);
        let help = diagnostic::suggest(word, highlight::SUGGESTED.iter().copied());
        let help = help.unwrap_or_else(|| "the code is shown without colours; `text` as its language says that this is meant".to_owned());
        let finding = Diagnostic::new(Code::UnknownLanguage, self.source.path, span, format!("code in `{word}` can't be highlighted"));
        self.diagnostics.push(finding.help(help));
        String::new()
    }
}
