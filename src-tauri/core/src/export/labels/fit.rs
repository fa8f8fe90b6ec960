//! How large the lines of a label can be, where they are broken, and what is cut where even that is not enough.

use super::{Letters, hundredths, points};

/// The sizes of the letters, in half points: 11 points down to 6.5, under which no post reads them well.
const LARGEST: u32 = 22;
const SMALLEST: u32 = 13;
/// Down to this size, 9 points, letters are made smaller before a line is broken.
const UNBROKEN: u32 = 18;
/// From one line to the next, in parts of the size.
const LEADING: f32 = 1.25;

/// Lines as they fit.
pub(super) struct Fitted {
    /// The size of the letters, in hundredths of a millimetre.
    pub size: u32,
    /// From one line to the next, in hundredths of a millimetre.
    pub leading: u32,
    /// The lines.
    pub lines: Vec<String>,
}

/// The room of a label at one size: how wide its lines may be, in parts of the size, and how many there may be.
struct Room {
    size: u32,
    leading: u32,
    width: f32,
    lines: usize,
}

impl Room {
    fn at(half_points: u32, width: u32, height: u32) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a few half points")]
        let size = half_points as f32 / 2.0;
        let leading = hundredths(size * LEADING);
        Self {
            size: hundredths(size),
            leading,
            width: points(width) / points(hundredths(size)),
            lines: (height / leading) as usize,
        }
    }

    fn with(self, lines: Vec<String>) -> Fitted {
        Fitted { size: self.size, leading: self.leading, lines }
    }
}

/// Fits lines into a rectangle, in hundredths of a millimetre.
pub(super) fn fit(letters: &Letters, lines: &[String], width: u32, height: u32) -> Fitted {
    let widest = lines.iter().map(|line| letters.width(line)).fold(0.0, f32::max);
    for size in (UNBROKEN..=LARGEST).rev() {
        let room = Room::at(size, width, height);
        if lines.len() <= room.lines && widest <= room.width {
            return room.with(lines.to_vec());
        }
    }
    let at = |size: u32| {
        let room = Room::at(size, width, height);
        // Breaking makes more lines, never fewer.
        if lines.len() > room.lines {
            return None;
        }
        let broken: Vec<_> = lines.iter().flat_map(|line| broken(letters, line, room.width, room.lines + 1)).collect();
        (broken.len() <= room.lines).then(|| room.with(broken))
    };
    // A name in two lines of slightly smaller letters reads better than in three.
    let large = (UNBROKEN..=LARGEST).rev().filter_map(at).min_by_key(|it| it.lines.len());
    if let Some(fitted) = large.or_else(|| (SMALLEST..UNBROKEN).rev().find_map(at)) {
        return fitted;
    }
    let room = Room::at(SMALLEST, width, height);
    let lines = cut(letters, lines, &room);
    room.with(lines)
}

/// What fits of lines that are too many even in the smallest letters: the name and the town stay, and each keeps its beginning.
fn cut(letters: &Letters, lines: &[String], room: &Room) -> Vec<String> {
    /// The town, its code and the country stand in the last lines.
    const LAST: usize = 3;
    let mut kept: Vec<&String> = lines.iter().collect();
    if kept.len() > room.lines {
        let last = LAST.min(room.lines.saturating_sub(1));
        kept.drain(room.lines - last..lines.len() - last);
    }
    let mut spare = room.lines - kept.len();
    let mut fitting = Vec::new();
    for line in kept {
        let parts = broken(letters, line, room.width, spare + 2);
        let may = parts.len().min(1 + spare);
        spare -= may - 1;
        let is_cut = parts.len() > may;
        fitting.extend(parts.into_iter().take(may));
        if let Some(last) = fitting.last_mut().filter(|_| is_cut) {
            last.push('…');
            while letters.width(last) > room.width && last.pop().is_some() {
                last.pop();
                last.push('…');
            }
        }
    }
    fitting
}

/// A line broken between its words, or within a word that is too long by itself. After `most` parts the rest is left alone: it fits
/// nowhere.
fn broken(letters: &Letters, line: &str, width: f32, most: usize) -> Vec<String> {
    if letters.width(line) <= width {
        return vec![line.to_owned()];
    }
    let mut parts = Vec::new();
    let mut part = String::new();
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        if parts.len() > most {
            break;
        }
        let longer = if part.is_empty() { word.to_owned() } else { format!("{part} {word}") };
        if letters.width(&longer) <= width {
            part = longer;
            continue;
        }
        if !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part = word.to_owned();
        while parts.len() <= most && letters.width(&part) > width {
            let at = within(letters, &part, width);
            let rest = part.split_off(at);
            parts.push(std::mem::replace(&mut part, rest));
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// Where a word has to be broken: the most letters that fit, and at least one.
fn within(letters: &Letters, word: &str, width: f32) -> usize {
    let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    let fits = ends.partition_point(|end| letters.width(&word[..*end]) <= width);
    ends[fits.max(1) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rappel_domain::label::Sheet;

    fn lines(of: &[&str]) -> Vec<String> {
        of.iter().map(|&it| it.to_owned()).collect()
    }

    /// Fits onto the smallest label, and holds that nothing leaves it.
    fn fitted(of: &[String]) -> Fitted {
        let letters = Letters::new().unwrap();
        for sheet in Sheet::ALL {
            let inside = sheet.layout().inside(0);
            let fitted = fit(&letters, of, inside.width, inside.height);
            let height = u32::try_from(fitted.lines.len()).unwrap() * fitted.leading;
            assert!(height <= inside.height, "{sheet:?}: {height} of {}", inside.height);
            for line in &fitted.lines {
                let width = letters.width(line) * points(fitted.size);
                assert!(width <= points(inside.width) + 0.01, "{sheet:?}: {line:?} is {width} wide");
            }
        }
        let inside = Sheet::L7160.layout().inside(0);
        fit(&letters, of, inside.width, inside.height)
    }

    #[test]
    fn an_everyday_address_stands_in_large_letters_as_it_is() {
        let address = lines(&["Sanne de Boer", "Keizersgracht 123", "1015 CJ  Amsterdam"]);
        let fitted = fitted(&address);
        assert_eq!((fitted.lines, fitted.size), (address, hundredths(11.0)));
    }

    #[test]
    fn a_long_name_gets_smaller_letters_and_then_a_second_line() {
        let long = "Alexandra van den Broek-Jans";
        let smaller = fitted(&lines(&[long, "Dijk 1", "2801 AB  Gouda"]));
        assert!(smaller.lines.len() == 3 && smaller.size < hundredths(11.0));
        let longer = format!("{long} van Nieuwenhuizen");
        let two = fitted(&lines(&[&longer, "Dijk 1", "2801 AB  Gouda"]));
        assert_eq!(two.lines[..2], [long, "van Nieuwenhuizen"]);
        assert_eq!((two.lines.len(), two.size), (4, smaller.size));
    }

    #[test]
    fn a_word_without_end_is_broken_within_and_then_cut() {
        let endless = "é".repeat(500);
        let fitted = fitted(&lines(&[&endless, "Dijk 1", "2801 AB  Gouda", "NEDERLAND"]));
        assert_eq!(fitted.size, hundredths(6.5));
        assert!(fitted.lines.iter().any(|line| line.ends_with('…')));
        assert_eq!(fitted.lines.last().unwrap(), "NEDERLAND");
        assert!(fitted.lines.contains(&"2801 AB  Gouda".to_owned()), "{:?}", fitted.lines);
    }

    #[test]
    fn of_fifty_lines_the_name_and_the_town_stay() {
        let mut many = vec!["Anna".to_owned()];
        many.extend((0..50).map(|n| format!("line {n}")));
        many.extend(lines(&["2801 AB  Gouda", "NEDERLAND"]));
        let fitted = fitted(&many);
        assert_eq!(fitted.lines.first().unwrap(), "Anna");
        assert_eq!(fitted.lines[fitted.lines.len() - 2..], ["2801 AB  Gouda", "NEDERLAND"]);
    }

    #[test]
    fn what_the_typeface_lacks_is_left_out_or_told() {
        let letters = Letters::new().unwrap();
        assert_eq!(letters.printable("Anna 🎂 Nowak"), "Anna  Nowak");
        assert_eq!(letters.printable("🎂"), "");
        assert_eq!(letters.printable("Zoe\u{308}"), "Zoë");
        for fine in ["Łukasz Żółć", "Ελένη Παπαδοπούλου", "Олена Ґалаґан", "Şule Çağlar", "€ & co 🎂"]
        {
            assert!(letters.can_print(fine), "{fine}");
        }
        assert!(!letters.can_print("王芳") && !letters.can_print("دبي"));
    }
}
