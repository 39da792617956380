#pragma once

/// Switches off Nagle's algorithm for all TCP sockets that this process has now (TCP_NODELAY).
///
/// With it, requests on an HTTP/2 connection wait until the server's system has acknowledged the ones before,
/// which may take 40 ms. Qt does not switch it off, and does not report which socket a request uses. Call it
/// from any thread. A socket that is closed and replaced meanwhile is no problem: any TCP socket may get the
/// option, and other files do not have it.
void sendWithoutDelay();
