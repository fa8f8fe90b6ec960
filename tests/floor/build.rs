//! Makes the empty page and the icon part of the program.

fn main() {
    tauri_build::build();
}
