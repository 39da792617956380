#pragma once

#include "app/builtin/builtinservers.h"
#include "app/exports/exportrequest.h"
#include "app/images/conversion.h"
#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/storage/ownsources.h"
#include "app/storage/saveoptions.h"
#include "app/terminal/countrychoice.h"
#include "app/terminal/mode.h"
#include "app/transfer/transfersettings.h"

#include <optional>

struct ServeOptions
{
    quint16 port = 8000; ///< 0: any free one
    QString directory; ///< laid out `{cc}/{file}`; empty: the built-in pictures
    FaultSettings faults;
};

/// What is to be made of which folder of flags.
struct ExportSettings
{
    QString folder = QStringLiteral("downloads");
    decltype(ExportRequest::what) what;
    QString path; ///< of the result
};

/// A checked command line, as plain values. What was not given is not set, or has its default.
struct Options
{
    Mode mode = Mode::Window;
    CountryChoice countries;
    QStringList notes; ///< what was not understood and does not stop the program, a line each
    SourceList sources; ///< the shipped ones, the person's own, and those of --sources
    OwnSources ownSources; ///< as their file has them
    QList<Source> addedSources; ///< of --sources
    QList<Source> asked; ///< in the order in which they are asked, with the pictures that were chosen
    PictureChoice picture; ///< for sources that are chosen later
    std::optional<QString> folder;
    std::optional<int> requestLimit; ///< else the source's own
    std::optional<NameTemplate> nameTemplate;
    std::optional<ConflictPolicy> conflict;
    Conversion conversion;
    TransferSettings transfer; ///< but for its limit
    BuiltinServers::Settings servers;
    ServeOptions serve;
    QString set; ///< the folder of a set, or for Mode::Rebuild the path of its manifest
    bool repair = false; ///< what --verify finds wrong
    ExportSettings exporting;
    QString language = QStringLiteral("en"); ///< of listed names, BCP 47
    bool verbose = false;
    bool json = false;
};
