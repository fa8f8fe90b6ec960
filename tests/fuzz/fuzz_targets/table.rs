//! See `rappel_tests::fuzz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rappel_tests::fuzz::table(bytes));
