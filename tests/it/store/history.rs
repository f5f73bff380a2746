//! Undo, redo, the journal, and what survives a crash.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use proptest::prelude::*;
use releve::domain::assumption::AssumptionKey;
use releve::domain::facts::Facts;
use releve::domain::progress::Unattended;
use releve::domain::source::SourceId;
use releve::i18n::Lang;
use releve::store::{Access, Contact, Deed, DeedState, Store, StoreError};

use super::samples::{blank, employer, import, module, need, path_in, record, stays_in_field, surveys, territory};

/// Something a person does.
#[derive(Debug, Clone)]
enum Act {
    Import {
        year: u16,
        basins: u16,
        projects: i64,
    },
    RemoveSource(i64),
    SetAssumption(f64),
    ResetAssumption,
    PutEmployer(i64),
    RemoveEmployer(i64),
    PutNeed {
        id: i64,
        employer: i64,
    },
    /// The skills of a need: those of these bits.
    PutNeedSkills {
        need: i64,
        bits: u8,
    },
    PutModule(i64),
    RemoveModule(i64),
    Rename(u8),
    /// Several writes in one deed, some of which cancel each other.
    Together,
    Undo,
    Redo,
    /// To the deed at this place of those within reach.
    Travel(usize),
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (2023..2026_u16, 1..6_u16, 1..4_i64).prop_map(|(year, basins, projects)| Act::Import { year, basins, projects }),
        1 => (1..4_i64).prop_map(Act::RemoveSource),
        1 => (0.0..1.0_f64).prop_map(Act::SetAssumption),
        1 => Just(Act::ResetAssumption),
        1 => (0..3_i64).prop_map(Act::PutEmployer),
        1 => (1..3_i64).prop_map(Act::RemoveEmployer),
        1 => (0..3_i64, 1..3_i64).prop_map(|(id, employer)| Act::PutNeed { id, employer }),
        1 => (1..3_i64, 0..8_u8).prop_map(|(need, bits)| Act::PutNeedSkills { need, bits }),
        1 => (0..3_i64).prop_map(Act::PutModule),
        1 => (1..3_i64).prop_map(Act::RemoveModule),
        1 => (0..3_u8).prop_map(Act::Rename),
        1 => Just(Act::Together),
        5 => Just(Act::Undo),
        4 => Just(Act::Redo),
        3 => (0..24_usize).prop_map(Act::Travel),
        1 => Just(Act::Restart),
    ]
}

/// Does a writing act; true when the store accepted it.
fn write(store: &mut Store, act: &Act, turn: usize) -> bool {
    let deed = Deed::new("import").with("file", turn.to_string());
    store
        .transact(&deed, |tx| match act {
            Act::Import { year, basins, projects } => {
                let facts = surveys(*year, *basins, *projects);
                tx.put_import(&record(&format!("f{turn}"), "bmo", &year.to_string(), &facts), &facts)
                    .map(|_| ())
            }
            Act::RemoveSource(id) => tx.remove_source(SourceId(*id)),
            Act::SetAssumption(central) => tx.set_assumption(&stays_in_field(*central)),
            Act::ResetAssumption => tx.reset_assumption(AssumptionKey::StaysInField, ""),
            Act::PutEmployer(id) => tx
                .put_employer(&employer(*id, &format!("Employeur {turn}")))
                .map(|_| ()),
            Act::RemoveEmployer(id) => tx.remove_employer(*id),
            Act::PutNeed { id, employer } => tx
                .put_need(&need(*id, *employer, u32::try_from(turn).unwrap()))
                .map(|_| ()),
            Act::PutNeedSkills { need, bits } => {
                let wanted = (0..3).filter(|bit| bits & (1 << bit) != 0);
                let skills: Vec<_> = wanted.map(|bit| format!("S00{bit}").parse().unwrap()).collect();
                tx.put_need_skills(*need, &skills)
            }
            Act::PutModule(id) => tx.put_module(&module(*id, turn)).map(|_| ()),
            Act::RemoveModule(id) => tx.remove_module(*id),
            Act::Rename(name) => tx.set_territory(&territory(&format!("Territoire {name}"))),
            Act::Together => {
                let id = tx.put_employer(&employer(0, "Deux fois"))?;
                tx.put_employer(&employer(id, "Deux fois, corrigé"))?;
                let passing = tx.put_employer(&employer(0, "De passage"))?;
                tx.put_need(&need(0, passing, 3))?;
                tx.remove_employer(passing)
            }
            Act::Undo | Act::Redo | Act::Travel(_) | Act::Restart => Ok(()),
        })
        .is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_deeds_can_be_walked_back_and_forth(acts in prop::collection::vec(act(), 1..24)) {
        let (folder, store) = blank();
        let path = path_in(&folder);
        let mut store = Some(store);
        // What the file told after each deed still reachable, and where we stand.
        let mut past: Vec<Facts> = vec![store.as_ref().unwrap().facts().unwrap()];
        let mut here = 0_usize;
        for (turn, act) in acts.iter().enumerate() {
            let open = store.as_mut().unwrap();
            match act {
                Act::Undo => {
                    prop_assert_eq!(open.undo().unwrap().is_some(), here > 0);
                    here = here.saturating_sub(1);
                }
                Act::Redo => {
                    prop_assert_eq!(open.redo().unwrap().is_some(), here + 1 < past.len());
                    here = (here + 1).min(past.len() - 1);
                }
                Act::Travel(place) => {
                    let goal = place % past.len();
                    let walked = open.travel(past[goal].revision, &Unattended).unwrap();
                    prop_assert_eq!(walked.len(), here.abs_diff(goal));
                    here = goal;
                }
                Act::Restart => {
                    drop(store.take());
                    store = Some(Store::open(&path).unwrap());
                }
                _ => {
                    let accepted = write(open, act, turn);
                    let facts = open.facts().unwrap();
                    if accepted && facts.revision != past[here].revision {
                        past.truncate(here + 1);
                        past.push(facts);
                        here += 1;
                    }
                }
            }
            prop_assert_eq!(&store.as_ref().unwrap().facts().unwrap(), &past[here], "after {:?}", act);
        }
        prop_assert_eq!(store.unwrap().check().unwrap().findings, vec![]);
    }
}

#[test]
fn the_journal_tells_what_was_done_and_a_new_deed_ends_redo() {
    let (_folder, mut store) = blank();
    let facts = surveys(2024, 2, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    assert_eq!(
        store.undo_label().unwrap().unwrap().text(Lang::Fr),
        "Importation de bmo.csv"
    );
    let undone = store.undo().unwrap().unwrap();
    assert_eq!(undone.state, DeedState::Undone);
    assert_eq!(store.redo_label().unwrap().unwrap().text(Lang::En), "Import of bmo.csv");
    assert!(store.undo().unwrap().is_none(), "the creation cannot be undone");
    let deed = Deed::new("set-assumption").with("name", "x");
    store
        .transact(&deed, |tx| tx.set_assumption(&stays_in_field(0.4)))
        .unwrap();
    assert!(store.redo().unwrap().is_none());
    let told: Vec<(String, DeedState)> = store
        .journal(10)
        .unwrap()
        .into_iter()
        .map(|e| (e.deed, e.state))
        .collect();
    let expected = [
        ("set-assumption", DeedState::Done),
        ("import", DeedState::Dropped),
        ("create", DeedState::Base),
    ];
    assert_eq!(told, expected.map(|(deed, state)| (deed.to_owned(), state)));
    assert_eq!(store.journal(1).unwrap().len(), 1);
}

#[test]
fn contacts_never_enter_the_journal() {
    let (folder, mut store) = blank();
    let secret = "Camille Introuvable";
    let contact = Contact {
        name: secret.into(),
        email: "c@exemple.fr".into(),
        phone: String::new(),
    };
    let (id, _) = store
        .transact(&Deed::new("put-employer"), |tx| {
            let id = tx.put_employer(&employer(0, "Forge"))?;
            tx.put_contact(id, Some(&contact))?;
            Ok(id)
        })
        .unwrap();
    assert_eq!(store.contact(id).unwrap(), Some(contact));
    store
        .transact(&Deed::new("remove-employer"), |tx| tx.remove_employer(id))
        .unwrap();
    assert_eq!(store.contact(id).unwrap(), None, "the contact goes with its employer");
    store.undo().unwrap();
    assert_eq!(store.contact(id).unwrap(), None, "and does not come back");
    drop(store);
    let raw = rusqlite::Connection::open(path_in(&folder)).unwrap();
    let noted: i64 = raw
        .query_row(
            "SELECT (SELECT count(*) FROM journal WHERE instr(args, ?1)) + (SELECT count(*) FROM journal_row WHERE instr(before, CAST(?1 AS BLOB)) OR instr(after, CAST(?1 AS BLOB)))",
            [secret],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(noted, 0);
}

#[test]
fn a_panic_inside_a_deed_leaves_the_file_as_before() {
    let (folder, mut store) = blank();
    let before = store.facts().unwrap();
    let facts = surveys(2024, 50, 5);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.transact::<()>(&Deed::new("import"), |tx| {
            tx.put_import(&record("bmo", "bmo", "2024", &facts), &facts)?;
            panic!("in the middle")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.facts().unwrap(), before);
    drop(store);
    assert_eq!(Store::open(&path_in(&folder)).unwrap().facts().unwrap(), before);
}

/// What a disk holds if the machine stops now: the file and its pending pages.
fn freeze(path: &Path, into: &Path) {
    for ending in ["", "-wal"] {
        let (from, to) = (
            format!("{}{ending}", path.display()),
            format!("{}{ending}", into.display()),
        );
        if Path::new(&from).exists() {
            fs::copy(from, to).unwrap();
        }
    }
}

#[test]
fn a_machine_that_stops_keeps_every_finished_deed_and_nothing_of_the_unfinished_one() {
    let (folder, mut store) = blank();
    let path = path_in(&folder);
    let (first, second) = (surveys(2023, 50, 5), surveys(2024, 5_000, 5));
    import(&mut store, &record("a", "bmo", "2023", &first), &first);
    let done = store.facts().unwrap();
    let (between, after) = (folder.path().join("between.releve"), folder.path().join("after.releve"));
    store
        .transact(&Deed::new("import"), |tx| {
            tx.put_import(&record("b", "bmo", "2024", &second), &second)?;
            freeze(&path, &between);
            Ok(())
        })
        .unwrap();
    freeze(&path, &after);
    let finished = store.facts().unwrap();
    assert_eq!(Store::open(&between).unwrap().facts().unwrap(), done);
    assert_eq!(Store::open(&after).unwrap().facts().unwrap(), finished);
}

#[test]
fn a_second_window_reads_only_until_the_first_one_closes() {
    let (folder, mut first) = blank();
    let path = path_in(&folder);
    assert_eq!(first.access(), Access::ReadWrite);
    let mut second = Store::open(&path).unwrap();
    assert_eq!(second.access(), Access::ReadOnly);
    let refused = second.transact(&Deed::new("set-assumption"), |tx| {
        tx.set_assumption(&stays_in_field(0.4))
    });
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
    assert!(matches!(second.undo(), Err(StoreError::ReadOnly { .. })));
    first
        .transact(&Deed::new("set-assumption"), |tx| {
            tx.set_assumption(&stays_in_field(0.4))
        })
        .unwrap();
    assert_eq!(
        second.facts().unwrap(),
        first.facts().unwrap(),
        "it sees what the first one writes"
    );
    assert_eq!(second.check().unwrap().findings, []);
    drop(first);
    drop(second);
    assert_eq!(Store::open(&path).unwrap().access(), Access::ReadWrite);
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left, ["essai.releve"], "nothing is left beside the file");
}

#[test]
fn a_reader_of_its_own_sees_what_is_written_after_it_was_made() {
    let (_folder, mut store) = blank();
    let reader = store.reader().unwrap();
    let facts = surveys(2024, 2, 5);
    import(&mut store, &record("bmo", "bmo", "2024", &facts), &facts);
    let read = std::thread::spawn(move || reader.facts().unwrap()).join().unwrap();
    assert_eq!(read, store.facts().unwrap());
}

#[test]
fn skills_of_a_need_are_replaced_and_go_and_come_back_with_it() {
    let (_folder, mut store) = blank();
    let skill = |code: &str| code.parse().unwrap();
    let deed = Deed::new("put-need-skills");
    let told = |store: &Store| -> Vec<String> {
        let skills = store.facts().unwrap().skills.needs;
        skills
            .iter()
            .map(|line| format!("{} {}", line.need, line.skill))
            .collect()
    };
    let made = store.transact(&deed, |tx| {
        let employer = tx.put_employer(&employer(0, "Ateliers"))?;
        let need = tx.put_need(&need(0, employer, 3))?;
        tx.put_need_skills(need, &[skill("S001"), skill("S002")])?;
        Ok(employer)
    });
    let (employer, _) = made.unwrap();
    store
        .transact(&deed, |tx| tx.put_need_skills(1, &[skill("S002"), skill("S003")]))
        .unwrap();
    assert_eq!(told(&store), ["1 S002", "1 S003"]);
    store.transact(&deed, |tx| tx.remove_employer(employer)).unwrap();
    assert_eq!(told(&store), [""; 0]);
    store.undo().unwrap();
    assert_eq!(told(&store), ["1 S002", "1 S003"]);
    store.transact(&deed, |tx| tx.remove_need(1)).unwrap();
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(told(&store), ["1 S001", "1 S002"]);
}
