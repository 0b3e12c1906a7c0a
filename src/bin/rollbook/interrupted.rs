//! What is done when a command is told to end: by Ctrl-C, by who manages processes, by a terminal that is closed. Not done here: what has to be
//! tidied up.

/// Does this when the process is told to end, and then lets the signal end it, as whoever sent it expects. Where signals can't be had, they end
/// it as they always did.
#[cfg(unix)]
pub(crate) fn before_the_end(tidy: impl FnOnce() + Send + 'static) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    // Caught by the thread itself: without it nothing is tidied up now, but by the next run.
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
        if let Some(signal) = signals.forever().next() {
            tidy();
            end(signal);
        }
    });
}

/// Ends the process as the signal would have done.
#[cfg(unix)]
fn end(signal: i32) {
    if signal_hook::low_level::emulate_default_handler(signal).is_err() {
        std::process::exit(1);
    }
}

/// On other systems no folder is exchanged, and so there is nothing to tidy up.
#[cfg(not(unix))]
pub(crate) fn before_the_end(_: impl FnOnce() + Send + 'static) {}
