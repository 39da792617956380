#pragma once

#include <QtGlobal>

/// The descriptor through which the program and flagfetch-render talk.
inline constexpr int renderSocket = 3;

/// From here on this process uses at most 512 MiB of address space, opens files for reading only, and only
/// those of libraries and fonts, and is ended if it starts a process or opens a socket. As far as the kernel
/// allows: a part that it does not have is left out. In a build with sanitizers, which need more, all is.
/// Before other threads are started: they get what this one has.
void confine();

/// Ten more seconds of the processor, then the process ends.
void allowProcessorTime();

/// For what draws many pictures on one ground: so many bytes more than what is in use now, up to 2 GiB.
void allowMemory(qint64 bytes);

/// 512 MiB again.
void allowUsualMemory();
