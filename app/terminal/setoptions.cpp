#include "app/terminal/setoptions.h"

#include "app/terminal/givenoptions.h"
#include "app/terminal/options.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct SetOptions
{
    Q_DECLARE_TR_FUNCTIONS(SetOptions)
};

ValueOrBad<QString> readManifestPath(const QString &path)
{
    if (QFileInfo(path).isFile())
        return path;
    return BadValue{QFileInfo(path).isDir()
            ? SetOptions::tr("this is a folder; the flags.json in it is needed")
            : SetOptions::tr("there is no such file; the flags.json of a set is needed")};
}

} // namespace

OptionGroup setOptions()
{
    return {SetOptions::tr("Sets"),
        {
            {u"update"_s, {}, u"DIR"_s,
                SetOptions::tr("ask for the flags in this folder again, or for those of the codes; "
                               "only what has changed is transferred"),
                Mode::Update},
            {u"verify"_s, {}, u"DIR"_s,
                SetOptions::tr("compare the files in this folder with the hashes in its flags.json; "
                               "asks nothing of the network"),
                Mode::Verify},
            {u"repair"_s, {}, {}, SetOptions::tr("with --verify: download those that are missing or altered"),
                Mode::Verify},
            {u"from"_s, {}, u"FILE"_s,
                SetOptions::tr("make the set of this flags.json anew, in --output "
                               "(default: downloads)"),
                Mode::Rebuild},
            {u"resume"_s, {}, u"DIR"_s,
                SetOptions::tr("go on with the batch that was interrupted in this folder"), Mode::Resume},
        }};
}

void readSetOptions(GivenOptions &given, Options &options)
{
    const auto use = [&options](const QString &path) { options.set = path; };
    for (const QLatin1StringView option : {"update"_L1, "verify"_L1, "resume"_L1})
        given.take(option, readFolder, use);
    given.take("from"_L1, readManifestPath, use);
    options.repair = given.isSet("repair"_L1);
}
