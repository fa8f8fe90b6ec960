//! The alarms of the program as it is shipped.
fn main() {}
