//! Hands what the fuzzer makes up to `targets::holidays`. Not done here: what must hold for it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| rollbook_fuzz::holidays(text));
