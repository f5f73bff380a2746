//! How the columns of a table share its room: words give way, numbers never, and the last column seen is whole.

use super::model::Column;

/// Width of each column in a room. Where there is more room than they need, columns grow alike up to the most each may be and the first takes
/// what is left. Where there is less, columns of words shrink; where that is not enough, the columns that fit fill the room and the others
/// stand beyond its end, so that none is cut.
pub(super) fn shared(room: f32, columns: &[&Column]) -> Vec<f32> {
    let mut widths: Vec<f32> = columns.iter().map(|column| column.width).collect();
    let total: f32 = widths.iter().sum();
    if total > room {
        let seen = seen(room, columns);
        let (columns, seen) = (&columns[..seen], &mut widths[..seen]);
        let total: f32 = seen.iter().sum();
        if total > room {
            shrink(total - room, columns, seen);
        } else if let Some(first) = seen.first_mut() {
            *first += room - total;
        }
    } else {
        grow(room - total, columns, &mut widths);
    }
    widths
}

/// How many columns are whole in the room when words have given way; at least one.
fn seen(room: f32, columns: &[&Column]) -> usize {
    let mut end = 0.0;
    let whole = columns.iter().take_while(|column| {
        end += column.least;
        end <= room
    });
    whole.count().max(1)
}

/// Takes `missing` from the columns of words, from each in proportion to what it can give.
fn shrink(missing: f32, columns: &[&Column], widths: &mut [f32]) {
    let gives: Vec<f32> = columns.iter().map(|column| column.width - column.least).collect();
    let all: f32 = gives.iter().sum();
    if all > 0.0 {
        let part = (missing / all).min(1.0);
        for (width, give) in widths.iter_mut().zip(gives) {
            *width -= give * part;
        }
    }
}

/// Shares `left` between the columns that may grow, those that need least first; the first column has no limit.
fn grow(mut left: f32, columns: &[&Column], widths: &mut [f32]) {
    let mut growing: Vec<usize> = (1..columns.len())
        .filter(|&c| columns[c].most > columns[c].width)
        .collect();
    growing.sort_by(|&a, &b| (columns[a].most - columns[a].width).total_cmp(&(columns[b].most - columns[b].width)));
    let mut others = growing.len();
    for column in growing {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let alike = left / (others + 1) as f32;
        let more = (columns[column].most - columns[column].width).min(alike);
        widths[column] += more;
        left -= more;
        others -= 1;
    }
    if let Some(first) = widths.first_mut() {
        *first += left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(room: f32, expected: &[f32]) {
        let columns = [
            Column::text("Métier", 200.0),
            Column::text("Bassin", 120.0).up_to(150.0),
            Column::number("Besoin", 100.0),
            Column::number("Pourvus", 100.0),
        ];
        let columns: Vec<&Column> = columns.iter().collect();
        assert_eq!(shared(room, &columns), expected, "{room}");
    }

    #[test]
    fn words_take_what_is_left_and_give_what_is_missing() {
        check(520.0, &[200.0, 120.0, 100.0, 100.0]);
        check(560.0, &[220.0, 140.0, 100.0, 100.0]);
        check(720.0, &[370.0, 150.0, 100.0, 100.0]);
        check(486.0, &[170.0, 116.0, 100.0, 100.0]);
    }

    #[test]
    fn where_words_cannot_give_enough_the_last_column_seen_is_whole() {
        check(386.0, &[170.0, 116.0, 100.0, 100.0]);
        check(60.0, &[140.0, 120.0, 100.0, 100.0]);
    }
}
