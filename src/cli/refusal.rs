//! What the parser refuses, said in the language of the person.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::console::Console;
use super::error::Exit;
use crate::i18n::Message;

/// Prints help and version to stdout, refusals to stderr.
pub fn tell(error: &clap::Error, console: &mut Console) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe is the reader's choice.
        return match console
            .print(&error.render().to_string())
            .and_then(|()| console.flush())
        {
            Err(failed) if !failed.is_broken_pipe() => Exit::NotWritten,
            _ => Exit::Success,
        };
    }
    console.tell(&sentence(error));
    console.tell(&Message::new("cli-error-see-help"));
    Exit::Usage
}

fn sentence(error: &clap::Error) -> Message {
    let context = |kind| error.get(kind).map(written).unwrap_or_default();
    let argument = || context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => Message::new("cli-error-unknown-argument").with("argument", argument()),
        ErrorKind::InvalidSubcommand => {
            Message::new("cli-error-unknown-command").with("name", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Message::new("cli-error-missing-value").with("argument", argument())
        }
        ErrorKind::InvalidValue => Message::new("cli-error-value-among")
            .with("argument", argument())
            .with("value", context(ContextKind::InvalidValue))
            .with("expected", context(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => Message::new("cli-error-value")
            .with("argument", argument())
            .with("value", context(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => Message::new("cli-error-missing-argument").with("argument", argument()),
        ErrorKind::ArgumentConflict => Message::new("cli-error-conflict")
            .with("argument", argument())
            .with("other", context(ContextKind::PriorArg)),
        _ => Message::new("cli-error-usage"),
    }
}

fn written(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
