//! Who is asked when: few at once, fewer of one host, and not in a rush; one more try where it may help. Not done here: the request itself
//! ([`super::client`]).

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use super::address::Address;
use super::client::{Client, Method, Reply};
use super::{Answer, Settings};

/// So many requests run at once.
const AT_ONCE: usize = 8;
/// And so many of them to one host.
const AT_ONE_HOST: usize = 2;
/// So many redirects are followed.
const MOST_REDIRECTS: usize = 10;
/// A host that wants to be left alone for longer is.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// A request to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Task {
    /// Which address it is for.
    index: usize,
    /// Where it has led so far.
    address: Address,
    method: Method,
    redirects: usize,
    retried: bool,
}

/// What follows from a reply.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    Done(Answer),
    /// Another request, after a while; `true` when the host as a whole wants to be left alone until then.
    Ask(Task, Duration, bool),
}

impl Task {
    fn next(self, reply: Reply, settings: &Settings) -> Next {
        match reply {
            Reply::Status(status) if status < 400 => Next::Done(Answer::Good),
            Reply::Redirect(location) => self.follow(&location, settings),
            Reply::Busy(status, wait) => match wait.unwrap_or(settings.retry) {
                wait if self.retried || wait > LONGEST_WAIT => Next::Done(Answer::Status(status)),
                wait => Next::Ask(Task { retried: true, ..self }, wait, true),
            },
            // Many hosts answer HEAD wrongly, whatever they answer.
            Reply::Status(_) if self.method == Method::Head => Next::Ask(Task { method: Method::Get, ..self }, Duration::ZERO, false),
            Reply::Status(status) => Next::Done(Answer::Status(status)),
            Reply::Failed(_) if !self.retried => Next::Ask(Task { method: Method::Get, retried: true, ..self }, settings.retry, false),
            Reply::Failed(answer) | Reply::Refused(answer) => Next::Done(answer),
        }
    }

    fn follow(self, location: &str, settings: &Settings) -> Next {
        if self.redirects == MOST_REDIRECTS {
            return Next::Done(Answer::TooManyRedirects);
        }
        match self.address.join(location) {
            Err(answer) => Next::Done(answer),
            // It leads to a program, which is as good as a page.
            Ok(None) => Next::Done(Answer::Good),
            Ok(Some(address)) if !settings.private && !address.is_public() => Next::Done(Answer::Astray(address.as_str().to_owned())),
            Ok(Some(address)) => Next::Ask(Task { address, redirects: self.redirects + 1, ..self }, Duration::ZERO, false),
        }
    }
}

/// What waits and what runs.
struct State {
    hosts: BTreeMap<String, Host>,
    /// Tasks that wait or run.
    open: usize,
}

struct Host {
    waiting: VecDeque<(Instant, Task)>,
    running: usize,
    /// It is left alone until then.
    quiet_until: Instant,
}

struct Queue<'s> {
    state: Mutex<State>,
    changed: Condvar,
    settings: &'s Settings,
    client: Client,
    end: Instant,
}

/// Asks all addresses, and hands over each answer with the address's index as it comes. Those that have none when the time is over get none.
pub(super) fn ask_all(addresses: &[&Address], settings: &Settings, answered: &mut dyn FnMut(usize, Answer)) {
    let now = Instant::now();
    let queue = Queue {
        state: Mutex::new(State { hosts: BTreeMap::new(), open: 0 }),
        changed: Condvar::new(),
        settings,
        client: Client::new(settings),
        end: now + settings.whole,
    };
    for (index, address) in addresses.iter().enumerate() {
        queue.add(&mut queue.lock(), now, Task { index, address: (*address).clone(), method: Method::Head, redirects: 0, retried: false });
    }
    let (sender, answers) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(addresses.len()) {
            let (queue, sender) = (&queue, sender.clone());
            scope.spawn(move || queue.work(&sender));
        }
        drop(sender);
        for (index, answer) in answers {
            answered(index, answer);
        }
    });
}

impl Queue<'_> {
    /// A panic elsewhere leaves the state whole: nothing in between can fail.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, state: &mut State, not_before: Instant, task: Task) {
        let host = state.hosts.entry(task.address.host().to_owned());
        let host = host.or_insert_with(|| Host { waiting: VecDeque::new(), running: 0, quiet_until: not_before });
        host.waiting.push_back((not_before, task));
        state.open += 1;
    }

    fn work(&self, answers: &mpsc::Sender<(usize, Answer)>) {
        while let Some(task) = self.take() {
            let host = task.address.host().to_owned();
            let index = task.index;
            let reply = self.client.ask(&task.address, task.method);
            let next = task.next(reply, self.settings);
            self.put_back(&host, next, index, answers);
        }
    }

    /// The next request that may begin, waiting for it; `None` when there will be none.
    fn take(&self) -> Option<Task> {
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            if state.open == 0 || now >= self.end {
                return None;
            }
            let mut soonest = self.end;
            for host in state.hosts.values_mut().filter(|host| host.running < AT_ONE_HOST) {
                let Some(place) = (0..host.waiting.len()).min_by_key(|place| host.waiting[*place].0) else { continue };
                let ready = host.waiting[place].0.max(host.quiet_until);
                if ready > now {
                    soonest = soonest.min(ready);
                } else if let Some((_, task)) = host.waiting.remove(place) {
                    host.running += 1;
                    host.quiet_until = now + self.settings.pause;
                    return Some(task);
                }
            }
            state = self.changed.wait_timeout(state, soonest.saturating_duration_since(now)).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn put_back(&self, host: &str, next: Next, index: usize, answers: &mpsc::Sender<(usize, Answer)>) {
        let mut state = self.lock();
        state.open -= 1;
        let now = Instant::now();
        if let Some(host) = state.hosts.get_mut(host) {
            host.running -= 1;
            if let Next::Ask(_, wait, true) = &next {
                host.quiet_until = host.quiet_until.max(now + *wait);
            }
        }
        match next {
            Next::Ask(task, wait, _) => self.add(&mut state, now + wait, task),
            // The receiver outlives the workers.
            Next::Done(answer) => drop(answers.send((index, answer))),
        }
        drop(state);
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn settings() -> Settings {
        Settings::new(&Config::parse("[book]\nid = \"b\"\n", &mut Vec::new()).links, 0, None)
    }

    fn task(method: Method) -> Task {
        Task { index: 0, address: Address::parse("https://a.com/b/c").unwrap(), method, redirects: 0, retried: false }
    }

    #[test]
    fn what_a_reply_asks_for_is_done_once() {
        let settings = settings();
        let (head, get) = (task(Method::Head), task(Method::Get));
        let again = Task { retried: true, ..get.clone() };
        let busy = |wait| Reply::Busy(429, Some(Duration::from_secs(wait)));
        let cases = [
            (head.clone(), Reply::Status(204), Next::Done(Answer::Good)),
            (head.clone(), Reply::Status(404), Next::Ask(get.clone(), Duration::ZERO, false)),
            (get.clone(), Reply::Status(404), Next::Done(Answer::Status(404))),
            (head.clone(), Reply::Failed(Answer::TimedOut), Next::Ask(again.clone(), settings.retry, false)),
            (again.clone(), Reply::Failed(Answer::TimedOut), Next::Done(Answer::TimedOut)),
            (head.clone(), Reply::Refused(Answer::NoHost), Next::Done(Answer::NoHost)),
            (get.clone(), busy(3), Next::Ask(again.clone(), Duration::from_secs(3), true)),
            (again, busy(3), Next::Done(Answer::Status(429))),
            (get, busy(3600), Next::Done(Answer::Status(429))),
        ];
        for (task, reply, next) in cases {
            assert_eq!(task.clone().next(reply.clone(), &settings), next, "{task:?} {reply:?}");
        }
    }

    #[test]
    fn a_redirect_is_followed_to_where_others_can_follow_it() {
        let follow = |location: &str| task(Method::Head).next(Reply::Redirect(location.into()), &settings());
        for (location, address) in [("../d#e", "https://a.com/d"), ("//b.org", "https://b.org/"), ("?q", "https://a.com/b/c?q")] {
            let Next::Ask(next, wait, false) = follow(location) else { panic!("{location}") };
            assert_eq!((next.address.as_str(), next.redirects, wait), (address, 1, Duration::ZERO));
        }
        for location in ["http://localhost/", "http://10.0.0.1/", "http://169.254.169.254/"] {
            assert_eq!(follow(location), Next::Done(Answer::Astray(location.into())));
        }
        assert_eq!(follow("https://"), Next::Done(Answer::Astray("https://".into())));
        assert_eq!(follow("app:open"), Next::Done(Answer::Good));
    }
}
