#pragma once

#include <memory>

class Console;
class EmbeddedServer;
struct Options;

/// Starts the embedded server for other programs, and says where it is. Where it cannot start, says why and
/// returns null.
[[nodiscard]] std::unique_ptr<EmbeddedServer> startServing(const Options &options, Console &console);
