//! Hands what the fuzzer makes up to `targets::document`. Not done here: what must hold for it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| rollbook_fuzz::document(text));
