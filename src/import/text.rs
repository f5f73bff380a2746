//! Bytes to text: Unicode with its marks, else the two Western code pages French files still use.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_8859_15, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A decoded text and how it was decoded.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: TextEncoding,
}

/// Encodings told apart by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    Utf8,
    Utf16,
    Windows1252,
    Latin9,
    /// UTF-8 with damaged bytes, shown as U+FFFD.
    BrokenUtf8,
}

impl TextEncoding {
    /// Key of the note for encodings a reader should know about; UTF-8 needs none.
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Utf8 => None,
            Self::Utf16 => Some("import-note-utf16"),
            Self::Windows1252 => Some("import-note-cp1252"),
            Self::Latin9 => Some("import-note-latin9"),
            Self::BrokenUtf8 => Some("import-note-broken-utf8"),
        }
    }
}

/// Decodes a text file, or `None` when the bytes are not text.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding == UTF_16LE || encoding == UTF_16BE {
            let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
            return Some(Decoded {
                text,
                encoding: TextEncoding::Utf16,
            });
        }
        return Some(decode_bytes(&bytes[mark..]));
    }
    (!is_binary(bytes)).then(|| decode_bytes(bytes))
}

/// Text holds hardly any control character; a stray NUL is trouble for one row, not for the file.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let controls = head
        .iter()
        .filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31 | 127))
        .count();
    controls * 20 > head.len()
}

fn decode_bytes(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            encoding: TextEncoding::Utf8,
        };
    }
    let (encoding, name) = match guess_code_page(bytes) {
        TextEncoding::BrokenUtf8 => {
            return Decoded {
                text: String::from_utf8_lossy(bytes),
                encoding: TextEncoding::BrokenUtf8,
            };
        }
        TextEncoding::Latin9 => (ISO_8859_15, TextEncoding::Latin9),
        _ => (WINDOWS_1252, TextEncoding::Windows1252),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: name }
}

/// Bytes that are not UTF-8: mostly valid sequences mean a damaged UTF-8 file; 0x80–0x9F are letters only in cp1252;
/// œ, Œ, Ÿ and € sit at 0xBC–0xBE and 0xA4 only in ISO-8859-15.
fn guess_code_page(bytes: &[u8]) -> TextEncoding {
    let (mut valid, mut invalid) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    if valid > invalid * 2 {
        return TextEncoding::BrokenUtf8;
    }
    if bytes.iter().any(|b| matches!(b, 0x80..=0x9F)) {
        return TextEncoding::Windows1252;
    }
    if bytes
        .iter()
        .any(|b| matches!(b, 0xA4 | 0xA6 | 0xA8 | 0xB4 | 0xB8 | 0xBC..=0xBE))
    {
        TextEncoding::Latin9
    } else {
        TextEncoding::Windows1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: TextEncoding) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn encodings_are_told_apart_by_content() {
        check("métier".as_bytes(), "métier", TextEncoding::Utf8);
        check(b"\xEF\xBB\xBFm\xC3\xA9tier", "métier", TextEncoding::Utf8);
        check(b"\xEF\xBB\xBFm\xE9tier", "métier", TextEncoding::Windows1252);
        check(b"m\xE9tier d\x92art", "métier d’art", TextEncoding::Windows1252);
        check(b"main-d'\xBDuvre", "main-d'œuvre", TextEncoding::Latin9);
        check(b"\xFF\xFEm\0\xE9\0", "mé", TextEncoding::Utf16);
        check(b"\xFE\xFF\0m\0\xE9", "mé", TextEncoding::Utf16);
        check(b"\xC3\xA9\xC3\xA8\xC3\xA0\xFF", "éèà\u{fffd}", TextEncoding::BrokenUtf8);
    }

    #[test]
    fn binary_is_not_text_but_one_nul_is_forgiven() {
        assert!(decode(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0]).is_none());
        let mut text = b"annee;met\n".repeat(10);
        text.push(0);
        assert!(decode(&text).is_some());
    }
}
