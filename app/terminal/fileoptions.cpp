#include "app/terminal/fileoptions.h"

#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

using namespace Qt::StringLiterals;

namespace {

struct FileOptions
{
    Q_DECLARE_TR_FUNCTIONS(FileOptions)
};

} // namespace

OptionGroup fileOptions()
{
    return {FileOptions::tr("Files"),
        {
            {u"output"_s, u"o"_s, u"DIR"_s,
                FileOptions::tr("the folder to save in; it is made if it is not there "
                                "(default: downloads; in a window the last one)"),
                downloadModes | Mode::Rebuild},
            {u"name"_s, {}, u"TEMPLATE"_s,
                FileOptions::tr("file names, of {CC}, {cc}, {iso3}, {num}, {country}, {country:zh}, "
                                "{continent}, {source}, {width} and {ext}; \"/\" makes a folder "
                                "(default: {CC}-{country}; in a window the last one)"),
                downloadModes},
            {u"conflict"_s, {}, u"P"_s,
                FileOptions::tr("what to do with a file that is there already: overwrite (default; in a "
                                "window the last one), skip, which asks for nothing that the set has from "
                                "the same source, or rename"),
                downloadModes},
        }};
}

void readFileOptions(GivenOptions &given, Options &options)
{
    given.take("output"_L1, readOutputFolder, [&options](const QString &folder) { options.folder = folder; });
    given.take(
        "name"_L1, readNameTemplate, [&options](const NameTemplate &name) { options.nameTemplate = name; });
    given.take(
        "conflict"_L1, readConflictPolicy, [&options](ConflictPolicy policy) { options.conflict = policy; });
}
