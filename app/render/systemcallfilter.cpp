#include "app/render/confinement.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <tuple>
#include <type_traits>

namespace {

struct ReleaseFilter
{
    void operator()(scmp_filter_ctx filter) const { seccomp_release(filter); }
};

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, ReleaseFilter>;

// Calls that the libraries use for reading files, memory, threads, time and messages.
constexpr std::array allowedCalls{SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv),
    SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(close),
    SCMP_SYS(close_range), SCMP_SYS(dup), SCMP_SYS(stat), SCMP_SYS(fstat), SCMP_SYS(lstat),
    SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(stat64), SCMP_SYS(fstat64), SCMP_SYS(lstat64),
    SCMP_SYS(fstatat64), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(getdents64),
    SCMP_SYS(fadvise64), SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mprotect),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(brk), SCMP_SYS(memfd_create),
    SCMP_SYS(ftruncate), SCMP_SYS(fallocate), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select),
    SCMP_SYS(pselect6), SCMP_SYS(epoll_create1), SCMP_SYS(epoll_ctl), SCMP_SYS(epoll_wait),
    SCMP_SYS(epoll_pwait), SCMP_SYS(eventfd2), SCMP_SYS(pipe2), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg),
    SCMP_SYS(recvfrom), SCMP_SYS(getsockopt), SCMP_SYS(futex), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(getcpu),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrusage), SCMP_SYS(getrlimit),
    SCMP_SYS(setrlimit), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid),
    SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getpriority), SCMP_SYS(uname),
    SCMP_SYS(sysinfo), SCMP_SYS(getrandom), SCMP_SYS(prctl), SCMP_SYS(arch_prctl), SCMP_SYS(membarrier),
    SCMP_SYS(rseq), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(set_tid_address),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)};

// Drawing a picture never makes these calls. If one occurs, the process has been taken over.
constexpr std::array deadlyCalls{SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind),
    SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(execve), SCMP_SYS(execveat),
    SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(mount), SCMP_SYS(unshare),
    SCMP_SYS(setns)};

/// Allows a call without flags for writing. fontconfig tries to write its caches and tolerates the failure.
void allowReadingWith(scmp_filter_ctx filter, int call, unsigned flagsAt)
{
    constexpr auto writing = scmp_datum_t(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND);
    const scmp_arg_cmp readOnly{flagsAt, SCMP_CMP_MASKED_EQ, writing, 0};
    std::ignore = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &readOnly);
}

/// Allows only these commands. Others could type into the terminal of the program or send signals.
template <std::size_t count>
void allowCommands(scmp_filter_ctx filter, int call, const std::array<unsigned long, count> &commands)
{
    for (const unsigned long command : commands) {
        const scmp_arg_cmp is{1, SCMP_CMP_EQ, command, 0};
        std::ignore = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &is);
    }
}

constexpr std::array<unsigned long, 6> fileCommands{
    F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL};
constexpr std::array<unsigned long, 3> deviceCommands{TCGETS, FIONREAD, FIONBIO};

} // namespace

void restrictSystemCalls()
{
    // ENOSYS, because later versions of a library have a fallback for calls that a kernel does not have.
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(ENOSYS)));
    if (!filter)
        return;
    constexpr unsigned asTree = 2; // faster than a chain of comparisons
    std::ignore = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, asTree);
    for (const int call : allowedCalls)
        std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 0, nullptr);
    for (const int call : deadlyCalls)
        std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_KILL_PROCESS, call, 0, nullptr);
    allowCommands(filter.get(), SCMP_SYS(fcntl), fileCommands);
    allowCommands(filter.get(), SCMP_SYS(fcntl64), fileCommands);
    allowCommands(filter.get(), SCMP_SYS(ioctl), deviceCommands);
    allowReadingWith(filter.get(), SCMP_SYS(open), 1);
    allowReadingWith(filter.get(), SCMP_SYS(openat), 2);

    // Allow threads but not processes. clone3() is not allowed, because its flags are in memory and cannot be
    // checked; the C library falls back to clone().
    const scmp_arg_cmp isThread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    const scmp_arg_cmp isProcess{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &isThread);
    std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 1, &isProcess);
    // Limits of this process only.
    const scmp_arg_cmp ofItself{0, SCMP_CMP_EQ, 0, 0};
    std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, &ofItself);
    // Signals to this process, which abort() sends.
    const scmp_arg_cmp toItself{0, SCMP_CMP_EQ, scmp_datum_t(::getpid()), 0};
    std::ignore = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &toItself);
    std::ignore = seccomp_load(filter.get());
}
