//! What the program is told at its start, or by a second start that hands its words to the first.

use std::path::{Path, PathBuf};

/// How many invented contacts `--demo` makes when no number is given.
const DEMO_CONTACTS: u32 = 300;

/// The words of one start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Args {
    /// Start without showing the window, as at log-in.
    pub hidden: bool,
    /// Open the sample data with this many contacts.
    pub demo: Option<u32>,
    /// Open the small window for a new lead.
    pub new_lead: bool,
    /// A list or a business card to import.
    pub file: Option<PathBuf>,
}

impl Args {
    /// Reads the words after the program's own name; paths count from `folder`. Words that it does not know are left to
    /// those they are meant for: GTK, the system's launcher.
    pub fn read(words: impl IntoIterator<Item = String>, folder: &Path) -> Self {
        let mut args = Self::default();
        let mut words = words.into_iter().peekable();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--hidden" => args.hidden = true,
                "--new-lead" => args.new_lead = true,
                "--demo" => {
                    let number = words.peek().and_then(|next| next.parse().ok());
                    if number.is_some() {
                        words.next();
                    }
                    args.demo = Some(number.unwrap_or(DEMO_CONTACTS));
                }
                flag if flag.starts_with('-') => {}
                path => {
                    let path = folder.join(path);
                    if importable(&path) {
                        args.file = Some(path);
                    }
                }
            }
        }
        args
    }

    /// Those of this process.
    pub fn of_this_process() -> Self {
        let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
        Self::read(words, &std::env::current_dir().unwrap_or_default())
    }
}

/// Whether a file looks like one that can be imported.
pub fn importable(path: &Path) -> bool {
    let extension = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    matches!(extension.as_deref(), Some("csv" | "tsv" | "txt" | "vcf" | "vcard"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Args {
        Args::read(words.iter().map(|word| (*word).to_owned()), Path::new("/home/ann"))
    }

    #[test]
    fn sample_data_has_300_people_unless_a_number_follows() {
        assert_eq!(read(&["--demo"]).demo, Some(300));
        assert_eq!(read(&["--demo", "1000", "--hidden"]), Args { demo: Some(1000), hidden: true, ..Args::default() });
        assert_eq!(read(&["--demo", "--new-lead"]), Args { demo: Some(300), new_lead: true, ..Args::default() });
    }

    #[test]
    fn a_file_counts_from_the_folder_of_its_start() {
        assert_eq!(read(&["Fair.VCF"]).file.as_deref(), Some(Path::new("/home/ann/Fair.VCF")));
        assert_eq!(read(&["/tmp/list.csv"]).file.as_deref(), Some(Path::new("/tmp/list.csv")));
    }

    #[test]
    fn what_it_does_not_know_is_passed_over() {
        assert_eq!(read(&["--gtk-debug", "picture.png"]), Args::default());
    }
}
