#include "ui/help/helptext.h"

#include "app/sources/sourcelist.h"
#include "app/sources/sourcetexts.h"
#include "ui/help/pageparts.h"

#include <QCoreApplication>
#include <QStringList>

#include <unicode/uvernum.h>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

struct Library
{
    QLatin1StringView name;
    QLatin1StringView licence; // SPDX
};

// As in docs/DEPENDENCIES.md. Those from librsvg on are linked by flagfetch-render.
constexpr std::array libraries{
    Library{"ICU"_L1, "Unicode-3.0"_L1},
    Library{"iso-codes"_L1, "LGPL-2.1-or-later"_L1},
    Library{"Nettle"_L1, "LGPL-3.0-or-later OR GPL-2.0-or-later"_L1},
    Library{"tl::expected"_L1, "CC0-1.0"_L1},
    Library{"zlib"_L1, "Zlib"_L1},
    Library{"librsvg"_L1, "LGPL-2.1-or-later"_L1},
    Library{"cairo"_L1, "LGPL-2.1-only OR MPL-1.1"_L1},
    Library{"Pango"_L1, "LGPL-2.1-or-later"_L1},
    Library{"libdeflate"_L1, "MIT"_L1},
    Library{"libseccomp"_L1, "LGPL-2.1-only"_L1},
};

QString choosing()
{
    return heading(HelpText::tr("Choose countries"))
        + list({HelpText::tr(
                    "Tick a country with the circle at its corner, or with Space. Ctrl+Z takes a change of "
                    "ticks back."),
            HelpText::tr("The menu Select ticks many countries: continents, groups, the twenty most populous "
                         "countries, and lists from the clipboard or a file. Save your ticks under a name to "
                         "use them again."),
            HelpText::tr("The search finds names in any language, codes and emoji flags. It also understands "
                         "continent:africa, region:western-europe, group:eu and state:failed. A minus leaves "
                         "out, as in -EG. A comma adds another search."),
            HelpText::tr("View > Sort by and View > Group by continent arrange the grid."),
            HelpText::tr("The chips above the grid show only some countries, such as those that failed.")});
}

QString downloading()
{
    return heading(HelpText::tr("Download"))
        + list({HelpText::tr("Press Download. Each flag appears in its place as soon as it is saved."),
            HelpText::tr("Pause starts no new flag. Cancel stops the download; saved flags stay. The program "
                         "offers to continue an interrupted download at its next start."),
            HelpText::tr("If a flag fails, the message below the grid says why, and offers to try again."),
            HelpText::tr("Requests at once is the number of requests that run at the same time. Most flags "
                         "take two: one for the picture, one for the name."),
            HelpText::tr(
                "View > Concurrency lab measures how much it helps to send more requests at once, and draws "
                "charts of it."),
            HelpText::tr(
                "View > Timeline shows every request as a bar: what it waits for, how many run at the "
                "same time, and how much faster that is than one after another.")});
}

QString album()
{
    return heading(HelpText::tr("The album"))
        + list({HelpText::tr(
                    "The grid shows the folder below it. A flag that the folder has is in its place. "
                    "A country without a flag shows its code."),
            HelpText::tr(
                "Double-click a flag, or press Return, to see its details. A flag that is missing is "
                "downloaded."),
            HelpText::tr(
                "Drag a flag into a folder or a document. A ticked flag takes the files of all ticked "
                "flags along."),
            HelpText::tr("A red triangle marks a flag whose file is damaged or gone. Repair, in its details, "
                         "restores the file."),
            HelpText::tr("The menu of a country has what can be done with its flag, such as opening the file "
                         "or downloading it again.")});
}

QString sets()
{
    return heading(HelpText::tr("The folder"))
        + list(
            {HelpText::tr("The flags in a folder are a set. The file flags.json has the source, address, "
                          "licence and SHA-256 hash of every flag, and ATTRIBUTION.md lists the licences."),
                HelpText::tr("Folder > Update downloads only the flags that have changed at their source."),
                HelpText::tr("Folder > Verify finds missing and damaged files, and can download them again."),
                HelpText::tr(
                    "Folder > Rebuild from flags.json downloads the same flags as another folder has.")});
}

QString sources()
{
    return heading(HelpText::tr("Sources"))
        + list({HelpText::tr("A source is where the flags come from. The built-in source needs no network."),
            HelpText::tr("The button next to the source chooses its pictures, and other sources for flags "
                         "that it does not have."),
            HelpText::tr("Sources > Manage sources adds your own. Sources > Compare shows the flags of "
                         "several sources side by side.")});
}

QString files()
{
    return heading(HelpText::tr("Files and export"))
        + list({HelpText::tr(
                    "The menu File sets the names of the files, the formats that flags are converted "
                    "to, and what happens to files that exist."),
            HelpText::tr("File > Print or export makes a contact sheet to print (PDF), a picture (PNG), a "
                         "sprite for a web page, or a table of the flags in the folder.")});
}

QString keys()
{
    return heading(HelpText::tr("Keys"))
        + list({HelpText::tr("Every function has a key. Help > Keyboard shortcuts lists all of them."),
            HelpText::tr(
                "Tab moves from control to control, the arrow keys move from country to country, and "
                "letters go to the country whose name, English name or code begins with them.")});
}

QStringList libraryLines()
{
    QStringList lines{HelpText::tr("%1: %2", "library, licence")
                          .arg(u"Qt %1"_s.arg(QLatin1StringView(qVersion())), u"LGPL-3.0-only"_s)};
    lines.append(HelpText::tr("%1: %2", "library, licence").arg(u"Qt Charts"_s, u"GPL-3.0-only"_s));
    for (const Library &library : libraries) {
        const bool isIcu = library.name == "ICU"_L1;
        const QString name
            = isIcu ? u"ICU %1"_s.arg(QLatin1StringView(U_ICU_VERSION)) : QString(library.name);
        lines.append(HelpText::tr("%1: %2", "library, licence").arg(name, library.licence));
    }
    return lines;
}

QStringList flagLines()
{
    QStringList lines;
    const QList<Source> shipped = SourceList::shipped().sources();
    for (const Source &source : shipped) {
        const QString licence = source.licence.isEmpty() ? HelpText::tr("the source states no licence")
                                                         : displayLicence(source);
        lines.append(HelpText::tr("%1: %2", "source, licence").arg(displayTitle(source), licence));
    }
    return lines;
}

} // namespace

QString helpPage()
{
    return paragraph(
               HelpText::tr("Tick the countries you want, then press Download. That is all you need. The "
                            "rest of this page says what else the window can do."))
        + choosing() + downloading() + album() + sets() + sources() + files() + keys();
}

QString aboutPage()
{
    return u"<h2>%1 %2</h2>"_s.arg(HelpText::tr("Flagfetch"), QCoreApplication::applicationVersion())
        + paragraph(HelpText::tr("Downloads the flags of the world."))
        + paragraph(
            HelpText::tr("Free software under the GNU General Public License, version 3 or later. It comes "
                         "without any warranty."))
        + heading(HelpText::tr("Libraries and data")) + list(libraryLines()) + heading(HelpText::tr("Flags"))
        + paragraph(
            HelpText::tr("Flags have the licences of their sources. ATTRIBUTION.md in the folder lists "
                         "those of your flags."))
        + list(flagLines());
}
