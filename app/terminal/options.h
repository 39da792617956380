#pragma once

#include "app/builtin/builtinservers.h"
#include "app/exports/exportrequest.h"
#include "app/images/rendition.h"
#include "app/session/resolvedbatches.h"
#include "app/sources/picturechoice.h"
#include "app/sources/sourcelist.h"
#include "app/storage/ownsources.h"
#include "app/storage/saveoptions.h"
#include "app/transfer/transfersettings.h"

#include <QFlags>
#include <QStringList>

#include <optional>

class Catalogue;

/// What the program is started to do. The values are flags, so that an option can name the modes that take
/// it.
enum class Mode {
    Window = 1,
    Headless = 2, ///< download without a window
    Serve = 4,
    List = 8, ///< print countries or sources
    Compare = 16, ///< compare two sources
    Update = 32, ///< download the flags of a set that have changed
    Verify = 64, ///< check the files of a set, and repair them
    Rebuild = 128, ///< download a set again from its manifest
    Resume = 256, ///< continue an interrupted batch
    Export = 512, ///< make a contact sheet, a sprite or a data file of a folder of flags
    Measure = 1024, ///< measure how much a higher limit of requests in flight helps
};
Q_DECLARE_FLAGS(Modes, Mode)
Q_DECLARE_OPERATORS_FOR_FLAGS(Modes)

inline constexpr Modes downloadModes = Mode::Window | Mode::Headless;
inline constexpr Modes setModes = Mode::Update | Mode::Verify | Mode::Rebuild | Mode::Resume;
inline constexpr Modes sourceModes = downloadModes | Mode::Compare | Mode::Measure; ///< take --server
inline constexpr Modes everyMode = sourceModes | setModes | Mode::Serve | Mode::Export;

/// The countries that a command line requests.
struct CountryChoice
{
    enum class Kind {
        NoneNamed,
        Named,
        All, ///< all countries of the source, with or without its extras
        Extras, ///< only the extras of the source
        Every, ///< every pair of letters
    };

    Kind kind = Kind::NoneNamed;
    QStringList named; ///< alpha-2 codes, sorted
    QStringList
        individualCodes; ///< subset of `named`, see NamedCountries: only these can be missing in a set
    bool isIncomplete = false; ///< a list or table had items that were not understood: the exit status is 1
    bool extras = false; ///< Kind::All includes regions and organisations
    std::optional<int> limit; ///< only the first so many

    /// Whether the codes that the source has are part of the choice.
    [[nodiscard]] bool dependsOnSource() const { return kind == Kind::All || kind == Kind::Extras; }

    /// Sorted. `sourceCodes` are the codes that the source has; if they are not known, the whole catalogue is
    /// used. Kind::NoneNamed returns the twenty most populous countries.
    [[nodiscard]] QStringList codes(
        const std::optional<QStringList> &sourceCodes, const Catalogue &catalogue) const;
};

struct ServeOptions
{
    quint16 port = 8000; ///< 0: any free port
    QString directory; ///< laid out `{cc}/{file}`; empty: the built-in pictures
    FaultSettings faults;
};

/// What to export, from which folder, to which path.
struct ExportSettings
{
    QString folder = QStringLiteral("downloads");
    decltype(ExportRequest::what) what;
    QString path; ///< of the result
};

/// A checked command line as plain values. Options that were not given are unset or have their default.
struct Options
{
    Mode mode = Mode::Window;
    QStringList given; ///< the long names of all options on the command line
    CountryChoice countries;
    QStringList notes; ///< input that was not understood but does not stop the program, one line each
    SourceList sources; ///< the shipped ones, the user's, and those of --sources
    OwnSources ownSources; ///< as read from the user's file
    QList<Source> addedSources; ///< from --sources
    QList<Source> namedSources; ///< the sources of --server in this order, with the chosen pictures
    PictureChoice picture; ///< for sources that are chosen later
    std::optional<QString> folder;
    std::optional<int> requestLimit; ///< overrides the limit of the source
    std::optional<NameTemplate> nameTemplate;
    std::optional<ConflictPolicy> conflict;
    Conversion conversion;
    TransferSettings transfer; ///< without its limit, see requestLimit
    BuiltinServers::Settings servers;
    ServeOptions serve;
    QString set; ///< the folder of a set; for Mode::Rebuild the path of its manifest
    bool repair = false; ///< repair the damage that --verify finds
    ExportSettings exporting;
    QList<int> measuredLimits; ///< of Mode::Measure, ascending
    QString tracePath; ///< of the file for the timeline of the requests; empty: none
    QString language = QStringLiteral("en"); ///< of listed names, BCP 47
    QString logRules; ///< see startLogging()
    bool verbose = false;
    bool json = false;
};

/// The sources of --server, or the first one of the list.
[[nodiscard]] QList<Source> requestedSources(const Options &options);

/// The sources of a run in their order, with resolved addresses and the requested limits.
struct SelectedSources
{
    QList<Source> sources;
    QList<SourceRefusal> refusals;
};

/// The same with addresses. Starts built-in servers as needed.
[[nodiscard]] SelectedSources selectSources(const Options &options, BuiltinServers &servers);

/// The text of fallbackNotice() if one of these sources serves older pictures; else empty. Renders some
/// pictures in that case.
[[nodiscard]] QString olderPicturesNotice(const QList<Source> &sources, const BuiltinServers &servers);

/// The codes that are requested of these sources, sorted.
[[nodiscard]] QStringList requestedCodes(const CountryChoice &countries, const QList<Source> &sources,
    const BuiltinServers &servers, const Catalogue &catalogue);
