//! The cells of a sheet by another path than the program's: the zip entry cut at its tags, nothing shared with calamine.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Rows of a sheet whose cells are all written and either numbers or inline texts.
pub fn raw_rows(path: &Path, sheet: &str) -> Vec<Vec<String>> {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("readable")).expect("a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        archive
            .by_name(name)
            .expect(name)
            .read_to_string(&mut text)
            .expect("UTF-8");
        text
    };
    let workbook = part("xl/workbook.xml");
    let names: Vec<&str> = workbook
        .split("<sheet ")
        .skip(1)
        .map(|tag| attribute(tag, "name"))
        .collect();
    let number = names.iter().position(|name| *name == sheet).expect("the sheet") + 1;
    let xml = part(&format!("xl/worksheets/sheet{number}.xml"));
    let row = |text: &str| text.split("<c ").skip(1).map(cell).collect();
    xml.split("<row ").skip(1).map(row).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let opening = format!("{name}=\"");
    let at = tag.find(&opening).expect("the attribute") + opening.len();
    &tag[at..at + tag[at..].find('"').expect("closed")]
}

fn cell(xml: &str) -> String {
    let end = xml.find("</c>").expect("a written cell");
    let inside = &xml[xml.find('>').expect("an opening tag") + 1..end];
    let mut text = String::new();
    for piece in inside.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
