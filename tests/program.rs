//! Runs the built program, and what it did can be asserted.

use std::{path::Path, process::Command};

use crate::common::prepare;

/// The built program, speaking Dutch, in a folder, without anything of this machine's environment that it reads.
pub fn ips(dir: &Path) -> assert_cmd::Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
    prepare(&mut command, dir);
    assert_cmd::Command::from_std(command)
}
