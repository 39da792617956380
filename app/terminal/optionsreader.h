#pragma once

#include "app/terminal/commandline.h"

class QCommandLineParser;

/// Goes through the parsed command line topic by topic; the first thing that is wrong ends it.
[[nodiscard]] CommandLine readOptions(const QCommandLineParser &parser, const Catalogue &catalogue);
