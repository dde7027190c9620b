//! Running other programs: in the foreground, read along, or in the background until dropped.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use nix::unistd::Pid;

use crate::failure::{Because, Failure, Outcome};
use crate::interrupt::{Interrupt, signal};

/// How long a background program may take to end before it is killed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs to the end with our input and output; a failure names the command.
pub fn run(interrupt: &Interrupt, command: &mut Command) -> Outcome<()> {
    let mut child = start(command)?;
    let status = finish(interrupt, &mut child)?;
    judge(interrupt, status, command)
}

/// Runs to the end and returns what it wrote to standard output; `None` when it cannot run or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name can be started.
pub fn present(program: &str) -> bool {
    ask(Command::new("sh").args(["-c", "command -v \"$0\"", program])).is_some()
}

/// What a program said, and whether it was content.
pub struct Transcript {
    /// Ended with status 0.
    pub success: bool,
    /// Its standard output.
    pub text: String,
}

/// Runs to the end, shows standard output as it comes, and keeps it.
pub fn read_along(interrupt: &Interrupt, command: &mut Command) -> Outcome<Transcript> {
    let mut shown = std::io::stdout().lock();
    listen(interrupt, command, |line| {
        // The reader of our own output may have gone; the run goes on.
        writeln!(shown, "{line}").ok();
    })
}

/// The same for what runs beside others: nothing is shown.
pub fn listen_quietly(interrupt: &Interrupt, command: &mut Command) -> Outcome<Transcript> {
    listen(interrupt, command, |_| ())
}

fn listen(
    interrupt: &Interrupt,
    command: &mut Command,
    mut each: impl FnMut(&str),
) -> Outcome<Transcript> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.because(|| format!("{} could not be read.", name(command)))?;
            let line = String::from_utf8_lossy(&line);
            each(&line);
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = finish(interrupt, &mut child)?;
    if interrupt.asked() {
        return Err(Failure::Stopped);
    }
    Ok(Transcript {
        success: status.success(),
        text,
    })
}

/// A program in the background; asked to end (and waited for) when dropped.
pub struct Running {
    child: Child,
    pid: Pid,
    interrupt: Interrupt,
    /// The signal that ends it cleanly.
    farewell: Signal,
}

impl Running {
    /// Starts in a process group of its own, so that Ctrl-C reaches it once, through us. Should this process be
    /// killed, the system ends the child too.
    pub fn start(interrupt: &Interrupt, command: &Command, farewell: Signal) -> Outcome<Self> {
        Self::spawn(interrupt, mortal(command, farewell, None), farewell)
    }

    /// The same as another user, with its output in a file.
    pub fn start_as(
        interrupt: &Interrupt,
        user: Option<&str>,
        command: &Command,
        farewell: Signal,
        log: &File,
    ) -> Outcome<Self> {
        let twice = || {
            log.try_clone()
                .because(|| "The log cannot be shared.".into())
        };
        let mut command = mortal(command, farewell, user);
        command
            .stdin(Stdio::null())
            .stdout(twice()?)
            .stderr(twice()?);
        Self::spawn(interrupt, command, farewell)
    }

    fn spawn(interrupt: &Interrupt, mut command: Command, farewell: Signal) -> Outcome<Self> {
        command.process_group(0);
        let child = start(&mut command)?;
        let pid = pid(&child)?;
        interrupt.remember(pid);
        Ok(Self {
            child,
            pid,
            interrupt: interrupt.clone(),
            farewell,
        })
    }

    /// Waits for its own end.
    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        let status = self
            .child
            .wait()
            .because(|| "The program could not be waited for.".into())?;
        self.interrupt.forget(self.pid);
        Ok(status)
    }

    /// Its status when it has already ended.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let patience = Instant::now() + PATIENCE;
        if self.ended().is_none() {
            signal(self.pid, self.farewell);
        }
        while self.ended().is_none() {
            if Instant::now() > patience {
                signal(self.pid, Signal::SIGKILL);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.interrupt.forget(self.pid);
    }
}

/// The same command under `setpriv --pdeathsig`, where there is one; as another user, the user's half goes first, since
/// changing it forgets the signal.
fn mortal(command: &Command, farewell: Signal, user: Option<&str>) -> Command {
    let mut words: Vec<OsString> = user.map(become_user).unwrap_or_default();
    if present("setpriv") {
        let signal = farewell.as_str().trim_start_matches("SIG");
        words.extend(["setpriv", "--pdeathsig", signal, "--"].map(OsString::from));
    }
    words.push(command.get_program().to_owned());
    words.extend(command.get_args().map(OsStr::to_owned));
    let mut wrapped = Command::new(words.remove(0));
    wrapped.args(words);
    for (key, value) in command.get_envs() {
        match value {
            Some(value) => wrapped.env(key, value),
            None => wrapped.env_remove(key),
        };
    }
    if let Some(directory) = command.get_current_dir() {
        wrapped.current_dir(directory);
    }
    wrapped
}

/// A command as another user, when one is given.
pub fn as_user(user: Option<&str>, program: &Path) -> Command {
    let mut words = user.map(become_user).unwrap_or_default();
    words.push(program.into());
    let mut command = Command::new(words.remove(0));
    command.args(words);
    command
}

/// The words before a command that another user is to run.
fn become_user(user: &str) -> Vec<OsString> {
    let group = nix::unistd::User::from_name(user)
        .ok()
        .flatten()
        .map(|user| user.gid.to_string());
    let group = group.unwrap_or_else(|| user.to_owned());
    let words = [
        "setpriv".into(),
        format!("--reuid={user}"),
        format!("--regid={group}"),
        "--clear-groups".into(),
    ];
    words.map(OsString::from).into()
}

fn start(command: &mut Command) -> Outcome<Child> {
    command.spawn().map_err(|error| {
        Failure::new(format!(
            "`{}` could not be started: {error}.",
            name(command)
        ))
    })
}

fn finish(interrupt: &Interrupt, child: &mut Child) -> Outcome<ExitStatus> {
    let pid = pid(child)?;
    interrupt.remember(pid);
    let status = child.wait();
    interrupt.forget(pid);
    status.because(|| "A program could not be waited for.".into())
}

fn judge(interrupt: &Interrupt, status: ExitStatus, command: &Command) -> Outcome<()> {
    if interrupt.asked() {
        Err(Failure::Stopped)
    } else if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{}` failed ({status}); its own words stand above.",
            name(command)
        )))
    }
}

fn pid(child: &Child) -> Outcome<Pid> {
    i32::try_from(child.id())
        .map(Pid::from_raw)
        .because(|| "The system gave out an impossible process id.".into())
}

/// The command as a person would type it.
pub fn name(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
