//! Words, numbers and dates for people, in French (reference) and English.

mod number;
mod origin;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};
use unic_langid::langid;

pub use number::{
    NARROW_NO_BREAK_SPACE, decimal, ends, exact, exact_decimals, integer, kilometres, people, percent, range, spread,
};
pub use origin::{origin, vintage};

/// The compiled texts, kept private: everything goes through [`Message`] and [`text`].
mod loader {
    fluent_templates::static_loader! {
        pub(super) static TEXTS = {
            locales: "./assets/i18n",
            fallback_language: "fr",
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

/// Language of the screen, the terminal and the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// Two-letter tag.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// Reads a tag or a locale (`fr_FR.UTF-8`); anything that is not English is French, the reference.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") {
            Self::En
        } else {
            Self::Fr
        }
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Self::Fr => langid!("fr"),
            Self::En => langid!("en"),
        }
    }
}

/// A value inside a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A name, a code, or a number already formatted for the language.
    Text(String),
    /// A whole number: chooses the plural and is written with the language's group separators.
    Int(i64),
    /// Another message: a reason inside a sentence.
    Message(Message),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// A sentence before its language is chosen: a key of `assets/i18n` and the facts it carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Owned when the sentence was read back from a territory file.
    pub key: Cow<'static, str>,
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Message {
    /// A sentence without facts.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// The same sentence with one more fact. In the texts `{$name}` is the written value and, for whole numbers, `{$name-n}` is the number that chooses the plural.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Arg>) -> Self {
        self.args.push((name.into(), value.into()));
        self
    }

    /// The sentence in a language.
    pub fn text(&self, lang: Lang) -> String {
        let mut args: HashMap<Cow<'static, str>, FluentValue<'static>> = HashMap::new();
        for (name, arg) in &self.args {
            match arg {
                Arg::Text(text) => {
                    args.insert(name.clone(), FluentValue::from(text.clone()));
                }
                Arg::Int(number) => {
                    args.insert(name.clone(), FluentValue::from(integer(lang, *number)));
                    args.insert(Cow::Owned(format!("{name}-n")), FluentValue::from(*number));
                }
                Arg::Message(message) => {
                    args.insert(name.clone(), FluentValue::from(message.text(lang)));
                }
            }
        }
        loader::TEXTS
            .try_lookup_with_args(&lang.id(), &self.key, &args)
            .unwrap_or_else(|| self.key.clone().into_owned())
    }
}

impl fmt::Display for Message {
    /// The French sentence: logs and panics only; people get [`Message::text`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Fr))
    }
}

/// A name as people read it: nomenclatures write the apostrophe of typewriters.
pub fn typographic(name: &str) -> String {
    name.replace('\'', "’")
}

/// A text without facts, in a language.
pub fn text(lang: Lang, key: &str) -> String {
    loader::TEXTS
        .try_lookup(&lang.id(), key)
        .unwrap_or_else(|| key.to_owned())
}

/// Errors that can be told to a person. Each room's error enum carries facts; the sentence is made here, at the edge.
pub trait Explain {
    /// What happened, what was kept, what to do.
    fn message(&self) -> Message;

    /// [`Self::message`] in a language.
    fn explain(&self, lang: Lang) -> String {
        self.message().text(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language() {
        let rows = |n: i64, lang| Message::new("count-rows").with("n", n).text(lang);
        assert_eq!(rows(0, Lang::Fr), "0 ligne");
        assert_eq!(rows(1, Lang::Fr), "1 ligne");
        assert_eq!(rows(14_965, Lang::Fr), "14\u{202f}965 lignes");
        assert_eq!(rows(0, Lang::En), "0 rows");
        assert_eq!(rows(1, Lang::En), "1 row");
        assert_eq!(rows(14_965, Lang::En), "14,965 rows");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        assert_eq!(text(Lang::Fr, "no-such-key"), "no-such-key");
    }
}
