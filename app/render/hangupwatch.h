#pragma once

/// Ends this process as soon as the other end of the socket is closed, even while the main thread draws.
/// PR_SET_PDEATHSIG would not do: it is sent when the thread ends that started this process.
void exitOnHangup(int socket);
