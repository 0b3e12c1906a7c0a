//! Hands what the fuzzer makes up to `targets::calendar`. Not done here: what must hold for it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| rollbook_fuzz::calendar(text));
