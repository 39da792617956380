#include "app/terminal/optiontable.h"
#include "app/terminal/optionvalues.h"

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
    return unexpected(BadValue{QFileInfo(path).isDir()
            ? SetOptions::tr("this is a folder; the flags.json in it is needed")
            : SetOptions::tr("there is no such file; the flags.json of a set is needed")});
}

ValueOrBad<SheetFormat> readSheetFile(const QString &text)
{
    if (const auto format = sheetFormatOf(text))
        return *format;
    return unexpected(BadValue{SetOptions::tr("allowed are names that end with .pdf or .png")});
}

ValueOrBad<DataFormat> readDataFile(const QString &text)
{
    if (const auto format = dataFormatOf(text))
        return *format;
    return unexpected(BadValue{SetOptions::tr("allowed are names that end with .csv or .json")});
}

ValueOrBad<QString> readSpriteFolder(const QString &text)
{
    if (text.trimmed().isEmpty())
        return unexpected(BadValue{SetOptions::tr("allowed is the name of a folder")});
    return text;
}

ValueOrBad<Paper> readPaper(const QString &text)
{
    if (const auto paper = paperFromWord(text))
        return *paper;
    return unexpected(
        BadValue{SetOptions::tr("allowed are A4, A3 and Letter, also with -landscape appended")});
}

/// Refuses the option unless it is given together with another one. `with` completes the message.
void refuseUnless(GivenOptions &given, const QString &option, bool isAllowed, const QString &with)
{
    if (given.isSet(option) && !isAllowed)
        given.fail(SetOptions::tr("--%1: it can be used only together with %2").arg(option, with));
}

ValueOrBad<int> readSheetColumns(const QString &text)
{
    if (text == "fit"_L1)
        return columnsForOnePage;
    return readWholeNumber(text, 1, maximalSheetColumns);
}

void readSheetOptions(GivenOptions &given, SheetSpec &sheet)
{
    given.take(u"paper"_s, readPaper, [&sheet](Paper paper) { sheet.options.paper = paper; });
    given.take(u"columns"_s, readSheetColumns, [&sheet](int columns) { sheet.options.columns = columns; });
    sheet.options.title = given.value(u"title"_s);
}

void readSpriteOptions(GivenOptions &given, SpriteOptions &sprite)
{
    given.take(
        u"cell"_s,
        [](const QString &text) { return readWholeNumber(text, minimalSpriteWidth, maximalSpriteWidth); },
        [&sprite](int width) { sprite.width = width; });
    given.take(
        u"columns"_s, [](const QString &text) { return readWholeNumber(text, 1, maximalSpriteColumns); },
        [&sprite](int columns) { sprite.columns = columns; });
    sprite.title = given.value(u"title"_s);
}

} // namespace

OptionGroup setOptions()
{
    return {SetOptions::tr("Sets"),
        {
            {u"update"_s, {}, u"DIR"_s,
                SetOptions::tr("request the flags in this folder again, or only those of the codes; "
                               "downloads only what has changed"),
                Mode::Update},
            {u"verify"_s, {}, u"DIR"_s,
                SetOptions::tr("compare the files in this folder with the hashes in its flags.json; makes no "
                               "network requests"),
                Mode::Verify},
            {u"repair"_s, {}, {}, SetOptions::tr("with --verify: download missing and altered files again"),
                Mode::Verify},
            {u"from"_s, {}, u"FILE"_s,
                SetOptions::tr(
                    "download the set that this flags.json describes to --output (default: downloads)"),
                Mode::Rebuild},
            {u"resume"_s, {}, u"DIR"_s, SetOptions::tr("continue the interrupted batch in this folder"),
                Mode::Resume},
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

OptionGroup exportOptions()
{
    return {SetOptions::tr("Exporting a folder of flags"),
        {
            {u"contact-sheet"_s, {}, u"FILE"_s,
                SetOptions::tr("save pages with all flags, their names and codes as FILE.pdf, or as one "
                               "picture FILE.png"),
                Mode::Export},
            {u"sprite"_s, {}, u"DIR"_s,
                SetOptions::tr("save one picture of all flags, with CSS, JSON of the positions and a page "
                               "that shows them; DIR must be new, empty or an older sprite"),
                Mode::Export},
            {u"data"_s, {}, u"FILE"_s,
                SetOptions::tr("save what is known about the flags as FILE.csv or FILE.json"), Mode::Export},
            {u"set"_s, {}, u"DIR"_s, SetOptions::tr("the folder of flags to export (default: downloads)"),
                Mode::Export},
            {u"title"_s, {}, u"TEXT"_s,
                SetOptions::tr("title of the contact sheet, or of the page of the sprite"), Mode::Export},
            {u"columns"_s, {}, u"N"_s,
                SetOptions::tr("flags in each row, at most 20 on a sheet and 100 in a sprite (default: "
                               "chosen automatically); \"fit\": as many as put a sheet on one page"),
                Mode::Export},
            {u"paper"_s, {}, u"SIZE"_s,
                SetOptions::tr(
                    "paper of a PDF: A4 (default), A3 or Letter; for landscape A4-landscape and so on"),
                Mode::Export},
            {u"cell"_s, {}, u"WIDTH"_s,
                SetOptions::tr("width of the flags of a sprite in CSS pixels, 8 to 512 (default: 64); the "
                               "picture has twice as many pixels"),
                Mode::Export},
        }};
}

void readExportOptions(GivenOptions &given, Options &options)
{
    if (options.mode != Mode::Export)
        return;
    ExportSettings &settings = options.exporting;
    if (given.isSet(u"set"_s))
        settings.folder = given.value(u"set"_s);
    const QString option = given.isSet(u"sprite"_s) ? u"sprite"_s
        : given.isSet(u"data"_s)                    ? u"data"_s
                                                    : u"contact-sheet"_s;
    settings.path = given.value(option);
    const bool isSheet = option == "contact-sheet"_L1;
    const bool isSprite = option == "sprite"_L1;
    for (const QString &detail : {u"title"_s, u"columns"_s})
        refuseUnless(given, detail, isSheet || isSprite, u"--contact-sheet or --sprite"_s);
    refuseUnless(given, u"cell"_s, isSprite, u"--sprite"_s);

    if (isSheet) {
        SheetSpec sheet;
        given.take(option, readSheetFile, [&sheet](SheetFormat format) { sheet.format = format; });
        readSheetOptions(given, sheet);
        sheet.options.language = options.language;
        settings.what = sheet;
    } else if (isSprite) {
        SpriteOptions sprite;
        given.take(option, readSpriteFolder, [](const QString &) {});
        readSpriteOptions(given, sprite);
        sprite.language = options.language;
        settings.what = sprite;
    } else {
        given.take(option, readDataFile, [&settings](DataFormat format) { settings.what = format; });
    }
    const auto *sheet = std::get_if<SheetSpec>(&settings.what);
    refuseUnless(
        given, u"paper"_s, sheet && sheet->format == SheetFormat::Pdf, u"--contact-sheet FILE.pdf"_s);
}
