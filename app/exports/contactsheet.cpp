#include "app/exports/contactsheet.h"

#include "app/exports/sheetpainter.h"
#include "app/render/cairoowners.h"
#include "app/render/pngwriter.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const Failure cancelled{FailureKind::Cancelled, 0, {}};

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

void fillWhite(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
}

/// One page of a sheet; false if it was ended.
bool drawPage(cairo_t *cairo, const SheetPainter &painter, const SheetLayout &layout, int page,
    const QList<ExportFlag> &flags, const AdvanceExport &advance, QList<LeftOutFlag> &leftOut)
{
    painter.drawFrame(cairo, page, creditsOf(flags));
    for (int number = layout.firstFlagOf(page); number < layout.firstFlagOf(page + 1); ++number) {
        const ExportFlag &flag = flags.at(number);
        if (const auto failure = painter.drawFlag(cairo, flag, number))
            leftOut.append({flag.code, flag.name, *failure});
        if (!advance(number + 1, int(flags.size())))
            return false;
    }
    return true;
}

/// An image of a page with so many pixels for each point.
std::variant<QImage, Failure> pageImage(const QList<ExportFlag> &flags, const SheetOptions &options,
    const SheetLayout &layout, double scale, const AdvanceExport &advance, QList<LeftOutFlag> &leftOut)
{
    const QSize size = (layout.pageSize() * scale).toSize().expandedTo({1, 1});
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return Failure{FailureKind::TooLarge, 0, u"%1 x %2"_s.arg(size.width()).arg(size.height())};
    const CairoSurface surface(cairo_image_surface_create_for_data(
        image.bits(), CAIRO_FORMAT_ARGB32, image.width(), image.height(), int(image.bytesPerLine())));
    const Cairo cairo(cairo_create(surface.get()));
    fillWhite(cairo.get());
    cairo_scale(cairo.get(), scale, scale);
    const bool drawn
        = drawPage(cairo.get(), SheetPainter(options, layout), layout, 0, flags, advance, leftOut);
    cairo_surface_flush(surface.get());
    if (!drawn)
        return cancelled;
    return image;
}

/// So that neither side nor area is more than usual programs take.
double scaleFor(const QSizeF &page)
{
    constexpr double wanted = 150.0 / 72;
    constexpr double longestSide = 30'000;
    constexpr double largestArea = 60e6;
    return std::min({wanted, longestSide / std::max(page.width(), page.height()),
        std::sqrt(largestArea / (page.width() * page.height()))});
}

} // namespace

std::variant<ContactSheet, Failure> contactSheetPdf(
    const QList<ExportFlag> &flags, const SheetOptions &options, const AdvanceExport &advance)
{
    const SheetLayout layout(options, int(flags.size()), PageLength::Paper);
    const SheetPainter painter(options, layout);
    ContactSheet sheet;
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(
        append, &sheet.bytes, layout.pageSize().width(), layout.pageSize().height()));
    cairo_pdf_surface_set_metadata(
        surface.get(), CAIRO_PDF_METADATA_TITLE, options.title.simplified().toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Flagfetch");
    const Cairo cairo(cairo_create(surface.get()));
    for (int page = 0; page < layout.pages(); ++page) {
        if (!drawPage(cairo.get(), painter, layout, page, flags, advance, sheet.leftOut))
            return cancelled;
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return Failure{FailureKind::TooLarge, 0,
            QString::fromUtf8(cairo_status_to_string(cairo_surface_status(surface.get())))};
    return sheet;
}

std::variant<ContactSheet, Failure> contactSheetPng(
    const QList<ExportFlag> &flags, const SheetOptions &options, const AdvanceExport &advance)
{
    const SheetLayout layout(options, int(flags.size()), PageLength::Endless);
    ContactSheet sheet;
    const auto image = pageImage(flags, options, layout, scaleFor(layout.pageSize()), advance, sheet.leftOut);
    if (const auto *failure = std::get_if<Failure>(&image))
        return *failure;
    sheet.bytes = pngFile(std::get<QImage>(image));
    if (sheet.bytes.isEmpty())
        return Failure{FailureKind::TooLarge, 0, {}};
    return sheet;
}

QImage contactSheetPreview(const QList<ExportFlag> &flags, const SheetOptions &options, SheetFormat format,
    const QSize &box, const AdvanceExport &advance)
{
    const PageLength length = format == SheetFormat::Pdf ? PageLength::Paper : PageLength::Endless;
    const SheetLayout layout(options, int(flags.size()), length);
    const double scale
        = std::min(box.width() / layout.pageSize().width(), box.height() / layout.pageSize().height());
    QList<LeftOutFlag> leftOut;
    const auto image = pageImage(flags, options, layout, scale, advance, leftOut);
    const auto *drawn = std::get_if<QImage>(&image);
    return drawn ? *drawn : QImage();
}
