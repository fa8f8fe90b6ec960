//! Where the data lies.

use std::path::PathBuf;

/// The folder of the data: `RAPPEL_HOME`, else the system's place for application data; none where the system names none.
pub fn data_folder() -> Option<PathBuf> {
    if let Some(home) = std::env::var_os("RAPPEL_HOME").filter(|home| !home.is_empty()) {
        return Some(PathBuf::from(home));
    }
    Some(dirs::data_dir()?.join("nl.rappel.crm"))
}

/// The folder of the sample data, beside the real one and never the same.
pub fn demo_folder() -> Option<PathBuf> {
    let mut folder = data_folder()?;
    let mut name = folder.file_name()?.to_owned();
    name.push("-demo");
    folder.set_file_name(name);
    Some(folder)
}
