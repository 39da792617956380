#include "ui/exports/exportkind.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct ExportKindText
{
    Q_DECLARE_TR_FUNCTIONS(ExportKind)
};
} // namespace

QString titleOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::SheetPdf:
        return ExportKindText::tr("Contact sheet to print (PDF)");
    case ExportKind::SheetPng:
        return ExportKindText::tr("Contact sheet as a picture (PNG)");
    case ExportKind::Sprite:
        return ExportKindText::tr("Sprite for web pages (PNG, CSS, JSON)");
    case ExportKind::DataCsv:
        return ExportKindText::tr("Data as a table (CSV)");
    case ExportKind::DataJson:
        return ExportKindText::tr("Data for programs (JSON)");
    }
    Q_UNREACHABLE();
}

QString endingOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::SheetPdf:
        return u".pdf"_s;
    case ExportKind::SheetPng:
        return u".png"_s;
    case ExportKind::Sprite:
        return {};
    case ExportKind::DataCsv:
        return u".csv"_s;
    case ExportKind::DataJson:
        return u".json"_s;
    }
    Q_UNREACHABLE();
}

QString proposedEndingOf(ExportKind kind)
{
    return kind == ExportKind::Sprite ? u"-sprite"_s : endingOf(kind);
}
