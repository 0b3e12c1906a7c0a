//! What the standard library does not offer of a file system: two renames, and what a folder's rights and mounts say on whether it may be
//! exchanged for another. Not done here: deciding what is renamed.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Puts each of two folders in the place of the other, in one stroke.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    if !super::steps::may_exchange() {
        return Err(ErrorKind::InvalidInput.into());
    }
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Renames, and fails where something has the new name already.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn rename_to_nothing(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn rename_to_nothing(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Whether a refusal means that this file system, or this user, can't exchange folders or link files here, so that another way has to be gone:
/// EINVAL, ENOSYS and EOPNOTSUPP where it is not offered, EBUSY and EXDEV at a mount point and on layered file systems, EPERM and EACCES in a
/// folder of others.
pub(super) fn is_impossible(error: &io::Error) -> bool {
    use ErrorKind::{CrossesDevices, InvalidInput, PermissionDenied, ResourceBusy, Unsupported};
    matches!(error.kind(), InvalidInput | Unsupported | CrossesDevices | ResourceBusy | PermissionDenied)
}

/// Whether this user may add and remove entries of a folder, where there is one.
#[cfg(unix)]
pub(super) fn may_change(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    // With a `/` at its end, a file of that name is no folder.
    match access(folder.join(""), Access::WRITE_OK | Access::EXEC_OK) {
        Ok(()) | Err(rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
pub(super) fn may_change(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a new folder the owner, the group and the mode of another, setgid and all. False where that can't be had, or where it would not be
/// all: access lists and other attributes are not copied.
#[cfg(unix)]
pub(super) fn is_made_alike(folder: &Path, model: &Path) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt as _, lchown};
    let wanted = fs::symlink_metadata(model)?;
    let made = fs::symlink_metadata(folder)?;
    if has_attributes(model) {
        return Ok(false);
    }
    if (made.uid(), made.gid()) != (wanted.uid(), wanted.gid()) && lchown(folder, Some(wanted.uid()), Some(wanted.gid())).is_err() {
        return Ok(false);
    }
    if fs::symlink_metadata(folder)?.mode() == wanted.mode() {
        return Ok(true);
    }
    let is_set = fs::set_permissions(folder, wanted.permissions()).is_ok();
    // The system takes setgid away without a word from who is not in the group.
    Ok(is_set && fs::symlink_metadata(folder)?.mode() == wanted.mode())
}

#[cfg(not(unix))]
pub(super) fn is_made_alike(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Whether a folder has attributes that somebody gave it; labels of a security module come by its place.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn has_attributes(folder: &Path) -> bool {
    let mut names = [0; 4096];
    match rustix::fs::listxattr(folder, &mut names[..]) {
        Ok(length) => names[..length].split(|byte| *byte == 0).any(|name| !name.is_empty() && !name.starts_with(b"security.")),
        // Where there are none at all, and where there are more than that.
        Err(error) => error == rustix::io::Errno::RANGE,
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android", target_vendor = "apple"))))]
fn has_attributes(_: &Path) -> bool {
    false
}

/// Whether a file system is mounted at a folder or somewhere in it: what is mounted can neither be exchanged nor moved. Linux tells so, and
/// elsewhere the exchange itself fails.
pub(super) fn is_mounted(folder: &Path) -> bool {
    let mounts = fs::read("/proc/self/mountinfo").unwrap_or_default();
    String::from_utf8_lossy(&mounts).lines().filter_map(mount_point).any(|at| at.starts_with(folder))
}

/// The fifth field of a line, where `\\040` stands for a space; see proc_pid_mountinfo(5).
fn mount_point(line: &str) -> Option<std::path::PathBuf> {
    let field = line.split(' ').nth(4)?;
    let mut path = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, after)) = rest.split_once('\\') {
        path.push_str(before);
        let code = after.get(..3).and_then(|code| u8::from_str_radix(code, 8).ok())?;
        path.push(char::from(code));
        rest = &after[3..];
    }
    path.push_str(rest);
    Some(path.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_point_is_read_with_the_spaces_in_its_name() {
        let line = r"36 35 98:0 /mnt1 /srv/my\040site\134x/in rw,noatime master:1 - ext3 /dev/root rw,errors=continue";
        assert_eq!(mount_point(line), Some(r"/srv/my site\x/in".into()));
        assert_eq!(mount_point("too short"), None);
        assert_eq!(mount_point(r"1 2 3 / /bad\9 rw"), None);
    }

    #[test]
    fn only_what_another_way_could_do_counts_as_impossible() {
        let is_impossible = |code| is_impossible(&io::Error::from_raw_os_error(code));
        // EPERM, EACCES, EBUSY, EXDEV, EINVAL, ENOSYS, EOPNOTSUPP on Linux; then ENOENT, EIO, ENOSPC, EROFS, EDQUOT.
        assert!([1, 13, 16, 18, 22, 38, 95].into_iter().all(is_impossible) || cfg!(not(target_os = "linux")));
        assert!(![2, 5, 28, 30, 122].into_iter().any(is_impossible) || cfg!(not(target_os = "linux")));
    }
}
