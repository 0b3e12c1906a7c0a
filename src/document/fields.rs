//! Every key of every kind of file: its shape, its meaning, its default. The checker walks this list, and the schemas are made from it.
//! Not done here: reading values out of a file that passed.

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Plain text, not empty.
    Text,
    /// Inline Markdown, not empty.
    Inline,
    /// An id, `[a-z0-9-]+`.
    Slug,
    /// The full id of an item, `stage/item`.
    ItemRef,
    /// `true` or `false`.
    Bool,
    /// A whole number within bounds, both included.
    Integer(i64, i64),
    /// A finite number.
    Number,
    /// A percentage above 0, up to 100.
    Percent,
    /// `YYYY-MM-DD`.
    Date,
    /// A date, or `start`/`end` with an offset such as `end-3d`.
    Due,
    /// A stage window.
    Window,
    /// Workdays, `5d`.
    Bake,
    /// `poc -> pilot`.
    Transition,
    /// `gate:STAGE` or `wave:STAGE/ID`.
    Subject,
    /// A link: a URL with a scheme, or a relative path.
    Link,
    /// An http(s) address.
    Url,
    /// The tag of a language.
    Language,
    /// The name of a finding.
    Code,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// One of a few words, in any case.
    Weekday,
    /// A list of that shape.
    List(&'static Shape),
    /// The first of these shapes whose type of value fits.
    Either(&'static [Shape]),
    /// A map from ids to that shape.
    Map(&'static Shape),
    /// A map from findings to severities.
    Severities,
    /// A map with these keys and no others.
    Object(&'static Object),
}

/// A map with known keys.
#[derive(Debug)]
pub struct Object {
    /// What it is called in messages: "a stage", "an item".
    pub name: &'static str,
    /// Its keys, in lists that may be shared between kinds.
    pub fields: &'static [&'static [Field]],
}

/// One key.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// True when it must be there.
    pub required: bool,
    /// One sentence on what it means.
    pub doc: &'static str,
    /// What holds when it is not there, where that is a value of its own and not nothing.
    pub default: Option<Literal>,
    /// What may stand there, for shapes that do not say it themselves.
    pub examples: &'static [&'static str],
    /// True for what is said of an item's `state`, and says nothing without one.
    pub of_state: bool,
}

/// A value as it is written.
#[derive(Debug, Clone, Copy)]
pub enum Literal {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'static str),
    /// A list of texts.
    Texts(&'static [&'static str]),
}

impl Field {
    const fn or(self, default: Literal) -> Field {
        Field { default: Some(default), ..self }
    }

    const fn such_as(self, examples: &'static [&'static str]) -> Field {
        Field { examples, ..self }
    }

    const fn of_state(self) -> Field {
        Field { of_state: true, ..self }
    }
}

impl Object {
    /// All its keys.
    pub fn all(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().flat_map(|fields| fields.iter())
    }
}

const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, required: false, doc, default: None, examples: &[], of_state: false }
}

const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, required: true, doc, default: None, examples: &[], of_state: false }
}

use Shape::{
    Bake, Bool, Code, Date, Due, Either, Inline, Integer, ItemRef, Language, Link, List, Map, Number, OneOf, Percent, Slug, Subject, Text,
    Transition, Url, Weekday, Window,
};

/// The words an item's state may have.
pub const STATES: &[&str] = &["todo", "doing", "done", "blocked", "na", "waived"];
/// How a measured value may have to compare with its target.
pub const OPS: &[&str] = &["<", "<=", ">", ">="];
/// A whole number that is a count.
const COUNT: Shape = Integer(0, 1_000_000_000);
const TEXTS: Shape = List(&Text);
const SLUGS: Shape = List(&Slug);

const COMMON: &[Field] = &[
    may("id", Slug, "the id that references use; by default the file's name without its number"),
    may("title", Text, "the page's title; by default the first heading, or the id in words"),
    may("aliases", SLUGS, "former ids; references to them still resolve, and their old pages lead here"),
    may("order", Integer(-1_000_000, 1_000_000), "the place among its siblings; by default the number in front of the file's name"),
    may("description", Text, "one sentence for lists and search results"),
    may("draft", Bool, "true leaves the page out of the site").or(Literal::Bool(false)),
    may("allow", List(&Code), "findings that are accepted in this file"),
];

/// What is written about an item's state, but for who sees to it and when.
pub const STATE_KEYS: &[Field] = &[
    may(
        "state",
        Either(&[Bool, Date, OneOf(STATES)]),
        "todo, doing, done, blocked, na or waived; true is done, false is todo, a date is done on it",
    )
    .or(Literal::Text("todo")),
    may("date", Date, "the day of that state").of_state(),
    may("by", Text, "who, by role").of_state(),
    may("reason", Text, "why it is blocked, not applicable or waived").of_state(),
    may("until", Date, "the last day of a waiver").of_state(),
    may("note", Text, "a remark"),
    may("answer", Text, "the answer to an item that asks a question"),
    may("evidence", List(&EVIDENCE), "links that show that it is done"),
];

const OWNER_AND_DUE: &[Field] = &[
    may("owner", Text, "who sees to it, by role"),
    may("due", Due, "a date, or days before or after the window's start or end: `end-3d`"),
];

const EVIDENCE: Shape = Either(&[
    Link,
    Shape::Object(&Object {
        name: "evidence",
        fields: &[&[
            must("link", Link, "a URL, or a path relative to this file"),
            may("note", Text, "what it shows"),
            may("date", Date, "when it was given"),
            may("expires", Date, "the last day it holds"),
        ]],
    }),
]);

/// The state of an item, wherever a project writes one.
pub const STATE: Shape =
    Either(&[Bool, Date, OneOf(STATES), Shape::Object(&Object { name: "an item's state", fields: &[STATE_KEYS, OWNER_AND_DUE] })]);

const ITEM_KEYS: &[Field] = &[
    may("id", Slug, "by default made from the text"),
    may("aliases", SLUGS, "former ids of this item"),
    must("text", Inline, "what is to be done or answered"),
    may("group", Text, "the heading it stands under"),
    may("level", OneOf(&["must", "may"]), "musts decide whether the gate is ready").or(Literal::Text("must")),
    may("weight", COUNT, "points it counts for; 0 shows it without counting it").or(Literal::Integer(1)),
    may("evidence_required", Bool, "true: it is done only with evidence").or(Literal::Bool(false)),
    may("na_allowed", Bool, "true: a project may call it not applicable").or(Literal::Bool(false)),
    may("depends_on", List(&ItemRef), "items that must be resolved first"),
];
const ITEM: Shape = Either(&[Inline, Shape::Object(&Object { name: "an item", fields: &[ITEM_KEYS, OWNER_AND_DUE, STATE_KEYS] })]);

const GUARDRAIL: Shape = Shape::Object(&Object {
    name: "a guardrail",
    fields: &[&[
        must("id", Slug, "the id that measurements use"),
        must("metric", Text, "what is measured"),
        must("op", OneOf(OPS), "how the measured value must compare with the target"),
        must("target", Number, "the bound that must hold"),
        may("warn", Number, "a stricter bound that warns"),
        may("unit", Text, "such as % or ms").such_as(&["%", "ms"]),
        may("min_samples", Integer(1, 1_000_000), "fewer measurements than this say nothing").or(Literal::Integer(1)),
        may("source", Text, "where the number comes from"),
    ]],
});

/// What a project writes about a wave.
pub const WAVE_STATE_KEYS: &[Field] = &[
    may("start", Date, "the planned start, where it differs from the computed one"),
    may("started", Date, "when it really started"),
    may("actual_percent", Percent, "the share of users really reached"),
    may(
        "measurements",
        List(&Shape::Object(&Object {
            name: "a measurement",
            fields: &[&[
                must("guardrail", Slug, "the guardrail's id"),
                must("date", Date, "when it was measured"),
                must("value", Number, "what was measured"),
            ]],
        })),
        "measured values of the wave's guardrails",
    ),
];

const WAVE_KEYS: &[Field] = &[
    may("id", Slug, "by default `w` and the percent"),
    may("aliases", SLUGS, "former ids of this wave"),
    may("title", Text, "by default the percent"),
    may("focus", Text, "what this wave looks at"),
    must("percent", Percent, "the share of users reached; grows from wave to wave up to 100"),
    may("cohort", Text, "who"),
    may("bake", Bake, "workdays to watch before the next wave, such as `5d`").or(Literal::Text("5d")),
    may("guardrails", List(&GUARDRAIL), "the numbers that must hold"),
    may("rollback", Link, "how to go back"),
];

/// Stage files.
pub static STAGE: Object = Object {
    name: "a stage",
    fields: &[
        COMMON,
        &[
            may("window", Window, "when: `Week 1-2`, `Month 6+`, `2026-03-01..2026-04-15`, `after pilot for 4w`"),
            may("goal", Inline, "what the stage is for, in a sentence"),
            may("cohort", Text, "who takes part"),
            may("output", Either(&[Inline, List(&Inline)]), "what it leaves behind"),
            may("not_doing", List(&Inline), "what is left for later on purpose; shown, never counted"),
            may("checklist", List(&ITEM), "its items"),
            may(
                "gate",
                Shape::Object(&Object {
                    name: "a gate",
                    fields: &[&[may("question", Inline, "what is decided at its end"), may("deciders", TEXTS, "who decides, by role")]],
                }),
                "the decision at its end",
            ),
            may(
                "waves",
                List(&Shape::Object(&Object { name: "a wave", fields: &[WAVE_KEYS, WAVE_STATE_KEYS] })),
                "the waves of the rollout",
            ),
        ],
    ],
};

/// Cause files.
pub static CAUSE: Object = Object {
    name: "a cause",
    fields: &[
        COMMON,
        &[
            must("transition", Transition, "between which stages it kills: `poc -> pilot`"),
            may("severity", Integer(1, 5), "1 (a nuisance) to 5 (kills the project)").or(Literal::Integer(3)),
            may("signals", List(&Inline), "how to notice it"),
            may("guards", List(&ItemRef), "items that guard against it"),
            may("practices", SLUGS, "practices that prevent it"),
        ],
    ],
};

/// Practice files.
pub static PRACTICE: Object = Object {
    name: "a practice",
    fields: &[
        COMMON,
        &[
            may("stages", Either(&[OneOf(&["all"]), SLUGS]), "the stages it belongs to, or `all`"),
            may("items", List(&ItemRef), "items that put it to work"),
        ],
    ],
};

const HOLIDAYS: Shape = List(&Either(&[
    Date,
    Shape::Object(&Object {
        name: "a holiday",
        fields: &[&[must("date", Date, "the day"), may("name", Text, "what it is called").such_as(&["Christmas Day"])]],
    }),
]));

const CLOSED: Shape = Shape::Object(&Object {
    name: "how it ended",
    fields: &[&[
        must("date", Date, "the last day"),
        must("outcome", OneOf(&["scaled", "stopped"]), "how it ended"),
        may("reason", Text, "why"),
    ]],
});

const PROJECT_STAGE_KEYS: &[Field] = &[
    may("start", Date, "moves this stage's start"),
    may("end", Date, "moves this stage's last day"),
    may("reason", Text, "why it was moved"),
    may("items", Map(&STATE), "state by item id"),
    may("waves", Map(&Shape::Object(&Object { name: "a wave's state", fields: &[WAVE_STATE_KEYS] })), "state by wave id"),
    may("checklist", List(&ITEM), "items of this project only"),
];

const PEOPLE: &[Field] = &[
    may("owner", Text, "who owns it, by role"),
    may("sponsor", Text, "who pays and protects it, by role"),
    may("population", COUNT, "how many users the full rollout reaches"),
    may("closed", CLOSED, "when and how it ended"),
];

/// Project files.
pub static PROJECT: Object = Object {
    name: "a project",
    fields: &[
        COMMON,
        PEOPLE,
        &[
            may("start", Date, "day one; by default the book's"),
            may("holidays", HOLIDAYS, "days off beside the book's"),
            may("tags", TEXTS, "words to group projects by"),
            may(
                "updates",
                List(&Shape::Object(&Object {
                    name: "an update",
                    fields: &[&[
                        must("date", Date, "when"),
                        may("by", Text, "who, by role"),
                        must("headline", Text, "the news in a sentence"),
                        may(
                            "rag",
                            OneOf(&["red", "amber", "green"]),
                            "the author's own colour; shown beside the computed status, never instead of it",
                        ),
                    ]],
                })),
                "news, one entry each",
            ),
            may("stages", Map(&Shape::Object(&Object { name: "a project's stage", fields: &[PROJECT_STAGE_KEYS] })), "state by stage id"),
        ],
    ],
};

/// A project's notes and state for one stage, in a file of its own.
pub static PROJECT_STAGE: Object = Object { name: "a project's stage", fields: &[COMMON, PROJECT_STAGE_KEYS] };

/// Decision files.
pub static DECISION: Object = Object {
    name: "a decision",
    fields: &[
        COMMON,
        &[
            may("project", Slug, "which project it is about"),
            must("subject", Subject, "`gate:STAGE` or `wave:STAGE/ID`"),
            must("outcome", OneOf(&["go", "conditional-go", "hold", "kill", "continue", "rollback"]), "what was decided"),
            must("date", Date, "when"),
            may("by", TEXTS, "who decided, by role"),
            may(
                "conditions",
                List(&Shape::Object(&Object {
                    name: "a condition",
                    fields: &[&[
                        must("text", Text, "what has to happen"),
                        may("owner", Text, "who sees to it, by role"),
                        may("due", Due, "until when"),
                        may("done", Date, "when it happened"),
                    ]],
                })),
                "what a conditional go depends on",
            ),
        ],
    ],
};

/// Plain pages, and the sections' own pages.
pub static PAGE: Object = Object {
    name: "a page",
    fields: &[
        COMMON,
        &[may(
            "glossary",
            Bool,
            "true: where an owner or a role is called like a term of its definition lists, the term's definition is shown",
        )
        .or(Literal::Bool(false))],
    ],
};

/// `book.toml`.
pub static BOOK: Object = Object {
    name: "book.toml",
    fields: &[&[
        must(
            "book",
            Shape::Object(&Object {
                name: "[book]",
                fields: &[&[
                    must("id", Slug, "names the book in feeds; never change it"),
                    may("title", Text, "the site's title"),
                    may("description", Text, "one sentence on what it is"),
                    may("language", Language, "BCP 47 language tag, such as en").or(Literal::Text("en")).such_as(&["en", "de-CH"]),
                    may("base_url", Url, "where the site will be found"),
                    may("start", Date, "day one of projects without a start of their own"),
                    may("timezone", Text, "IANA time zone in which \"today\" is read").or(Literal::Text("UTC")).such_as(&["Europe/Vienna"]),
                    may("repository", Url, "where the sources are kept"),
                    may(
                        "repository_kind",
                        OneOf(&["bitbucket", "codeberg", "forgejo", "gitea", "github", "gitlab"]),
                        "the kind of host that keeps them; by default what its name says, else github",
                    ),
                    may(
                        "repository_branch",
                        Text,
                        "the branch on which pages are edited; by default the host's own at GitHub, and main elsewhere",
                    ),
                ]],
            }),
            "what this book is",
        ),
        may("project", Shape::Object(&Object { name: "[project]", fields: &[PEOPLE] }), "the one project of a book without projects/"),
        may(
            "build",
            Shape::Object(&Object {
                name: "[build]",
                fields: &[&[
                    may("content", Text, "the folder of the sources").or(Literal::Text("content")),
                    may("theme", Text, "the folder below themes/ whose files shadow the built-in theme's").or(Literal::Text("default")),
                    may("output", Text, "the folder of the site").or(Literal::Text("site")),
                    may("search", Bool, "false: no search field and no search index").or(Literal::Bool(true)),
                    may("in_place", Bool, "true: the output folder stays the same folder, its files are replaced one by one")
                        .or(Literal::Bool(false)),
                    may("precompress", Bool, "true: compressed copies beside the site's files, for hosts that serve them")
                        .or(Literal::Bool(false)),
                ]],
            }),
            "folders, and what is built",
        ),
        may(
            "calendar",
            Shape::Object(&Object {
                name: "[calendar]",
                fields: &[&[
                    may("months", OneOf(&["anniversary", "four-week"]), "what a month is").or(Literal::Text("anniversary")),
                    may("overlap", OneOf(&["allow", "warn", "deny", "clip"]), "what neighbouring windows that overlap mean")
                        .or(Literal::Text("allow")),
                    may("workdays", List(&Weekday), "the days of the week that are worked").or(Literal::Texts(&[
                        "Monday",
                        "Tuesday",
                        "Wednesday",
                        "Thursday",
                        "Friday",
                    ])),
                    may("holidays", HOLIDAYS, "days that are not worked"),
                    may("holiday_files", TEXTS, "files of the book with more of them: iCalendar (.ics) or tables (.csv)"),
                    may(
                        "freezes",
                        List(&Shape::Object(&Object {
                            name: "a freeze",
                            fields: &[&[
                                must("start", Date, "its first day"),
                                must("end", Date, "its last day"),
                                may("reason", Text, "why nothing is released"),
                            ]],
                        })),
                        "stretches in which no wave starts",
                    ),
                    may("avoid_weekdays", List(&Weekday), "weekdays on which no wave starts").or(Literal::Texts(&["Friday"])),
                    may("week_start", Weekday, "the day on which weeks begin; by default what is usual where the language is spoken"),
                ]],
            }),
            "how days are counted",
        ),
        may(
            "status",
            Shape::Object(&Object {
                name: "[status]",
                fields: &[&[
                    may("behind", Integer(1, 100), "points behind expected that put a stage at risk").or(Literal::Integer(25)),
                    may("due_soon", Integer(0, 365), "days ahead in which a must needs an owner").or(Literal::Integer(7)),
                    may("expiry_soon", Integer(0, 365), "days ahead in which an expiry is told").or(Literal::Integer(14)),
                    may("exposure_soon", Integer(0, 365), "days before a stage's end from which an exposure is critical")
                        .or(Literal::Integer(7)),
                    may("stale", Integer(1, 365), "workdays without a record after which a stage is stale").or(Literal::Integer(10)),
                ]],
            }),
            "thresholds",
        ),
        may(
            "markdown",
            Shape::Object(&Object {
                name: "[markdown]",
                fields: &[&[may("raw_html", OneOf(&["escape", "allow"]), "whether HTML in Markdown is shown as text or passed on")
                    .or(Literal::Text("escape"))]],
            }),
            "how text is read",
        ),
        may(
            "links",
            Shape::Object(&Object {
                name: "[links]",
                fields: &[&[
                    may("skip", TEXTS, "addresses that `check --external` does not ask; `*` stands for anything"),
                    may("timeout", Integer(1, 300), "seconds after which a host is taken for dead"),
                    may("cache_days", Integer(0, 365), "days for which a good answer holds; 0 asks every time"),
                ]],
            }),
            "how addresses outside the book are checked",
        ),
        may("checks", Shape::Severities, "findings and their severity: error, warn or off"),
    ]],
};
