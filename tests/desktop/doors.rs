//! Nothing goes out of the program: it connects to nobody, and misses nothing where there is no network at all.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use crate::harness::Desktop;
use crate::harness::page::ctrl;

/// Has the system write down every address that the program and its children turn to, and then become the program.
const TRACED: &str = "#!/bin/sh
exec strace --follow-forks --seccomp-bpf --quiet=all --trace=connect,sendto,sendmsg,bind --output=\"$HOME/trace\" PROGRAM \"$@\"
";

/// Where the system lets nobody do what a test needs, it is passed over, and said.
fn can(program: &str, args: &[&str]) -> bool {
    let can = Command::new(program).args(args).output().is_ok_and(|it| it.status.success());
    if !can {
        eprintln!("passed over, as this system does not allow `{program}`");
    }
    can
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_turns_to_no_address_of_any_network() {
    if !can("strace", &["--seccomp-bpf", "--follow-forks", "--output=/dev/null", "true"]) {
        return;
    }
    let mut desktop = Desktop::closed("no-network");
    let program = desktop.folder().join("traced");
    let script = TRACED.replace("PROGRAM", &std::env::var("RAPPEL_BINARY").expect("the program"));
    std::fs::write(&program, script).expect("a script");
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("its rights");
    desktop.open_through(&program).await;

    let page = desktop.page();
    page.click("Look around with sample people").await;
    page.see("24 sample people").await;
    for (key, words) in [
        ("2", "Last talk"),
        ("3", "Every person stands in one place"),
        ("5", "press Shift with an arrow"),
        ("7", "Leads by the month they came in"),
        (",", "Criteria for a prospect"),
    ] {
        page.keys(&ctrl(key)).await;
        page.see(words).await;
    }
    page.click("Send a test alarm").await;
    page.see("Your desktop took it.").await;

    let trace = std::fs::read_to_string(desktop.folder().join("trace")).expect("what was traced");
    assert!(trace.contains("connect("), "the trace holds the socket of the display at least");
    // Only the driver of this test is spoken with, on the machine's own address.
    let outside = |line: &&str| {
        line.contains("sa_family=AF_INET") && !line.contains("\"127.0.0.1\"") && !line.contains("\"::1\"")
    };
    let found: Vec<_> = trace.lines().filter(outside).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn everything_works_where_there_is_no_network() {
    let namespace = ["--user", "--map-root-user", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"];
    if !can("unshare", &[&namespace[..], &["true"]].concat()) {
        return;
    }
    // The whole road, with its alarm, in a second run of this program without any network but the machine's own address.
    let this: PathBuf = std::env::current_exe().expect("this program");
    let road = "journey::a_lead_becomes_a_repeat_customer_with_a_real_alarm_on_the_way";
    let ran = Command::new("unshare").args(namespace).arg(this).args(["--exact", road]).output().expect("unshare");
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
}
