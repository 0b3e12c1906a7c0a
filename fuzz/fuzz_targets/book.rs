//! Hands what the fuzzer makes up to `targets::book`. Not done here: what must hold for it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| rollbook_fuzz::book(text));
