#include "app/render/cairoowners.h"
#include "app/render/composition.h"
#include "app/render/decodedpicture.h"
#include "app/render/drawnrenditions.h"
#include "app/render/sheetlayout.h"
#include "app/render/sheetpainter.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

/// Common base of PDF and picture sheets. Holds the layout, the painter and the cairo surface.
class Sheet : public Composition
{
public:
    Sheet(const SheetRequest &request, PageLength length)
        : m_request(request)
        , m_layout(request.options, int(request.codes.size()), length)
        , m_painter(request.options, m_layout)
    {
    }

    [[nodiscard]] StartedAnswer started() const override
    {
        return {.pictures = int(m_request.codes.size()),
            .pages = m_layout.pages(),
            .columns = m_layout.columns()};
    }

    [[nodiscard]] std::optional<Failure> add(const AddRequest &request) override
    {
        turnTo(m_layout.pageOf(request.number));
        std::optional<Failure> failure;
        if (request.bytes.isEmpty()) {
            std::ignore = m_painter.drawPicture(m_cairo.get(), nullptr, request.number);
        } else {
            failure = draw(request);
        }
        m_painter.drawNames(m_cairo.get(), m_request.names.at(request.number),
            m_request.codes.at(request.number), request.number);
        return failure;
    }

protected:
    /// Starts pages up to this one if they are not started yet.
    virtual void turnTo(int page) = 0;

    void setSurface(CairoSurface surface)
    {
        m_surface = std::move(surface);
        m_cairo.reset(cairo_create(m_surface.get()));
    }
    void drawFrame(int page) { m_painter.drawFrame(m_cairo.get(), page, m_request.credits); }

    [[nodiscard]] const SheetRequest &request() const { return m_request; }
    [[nodiscard]] const SheetLayout &layout() const { return m_layout; }
    [[nodiscard]] cairo_t *cairo() const { return m_cairo.get(); }
    [[nodiscard]] cairo_surface_t *surface() const { return m_surface.get(); }

private:
    std::optional<Failure> draw(const AddRequest &request)
    {
        auto picture = DecodedPicture::fromBytes(request.bytes);
        const bool isDecoded = picture && picture->decode();
        const bool isDrawn
            = m_painter.drawPicture(m_cairo.get(), isDecoded ? &*picture : nullptr, request.number);
        if (!picture)
            return picture.error();
        if (!isDecoded)
            return Failure{FailureKind::NotAPicture, 0, {}};
        return isDrawn ? std::nullopt : std::optional(Failure{FailureKind::DrawingFailed, 0, {}});
    }

    const SheetRequest m_request;
    const SheetLayout m_layout;
    const SheetPainter m_painter;
    CairoSurface m_surface;
    Cairo m_cairo;
};

class PdfSheet final : public Sheet
{
public:
    explicit PdfSheet(const SheetRequest &request)
        : Sheet(request, PageLength::Paper)
    {
        const QSizeF page = layout().pageSize();
        setSurface(
            CairoSurface(cairo_pdf_surface_create_for_stream(append, &m_bytes, page.width(), page.height())));
        cairo_pdf_surface_set_metadata(
            surface(), CAIRO_PDF_METADATA_TITLE, request.options.title.simplified().toUtf8().constData());
        cairo_pdf_surface_set_metadata(surface(), CAIRO_PDF_METADATA_CREATOR, "Flagfetch");
        drawFrame(0);
    }

    [[nodiscard]] Result<FinishedAnswer> finish(const FinishRequest & /*request*/) override
    {
        turnTo(layout().pages() - 1);
        cairo_show_page(cairo());
        cairo_surface_finish(surface());
        if (const cairo_status_t status = cairo_surface_status(surface()))
            return unexpected(
                Failure{FailureKind::DrawingTooLarge, 0, QString::fromUtf8(cairo_status_to_string(status))});
        return FinishedAnswer{.file = m_bytes, .preview = {}};
    }

private:
    void turnTo(int page) override
    {
        while (m_page < page) {
            cairo_show_page(cairo());
            drawFrame(++m_page);
        }
    }

    QByteArray m_bytes;
    int m_page = 0;
};

/// One page as a picture: a PNG file or a preview.
class PictureSheet final : public Sheet
{
public:
    /// `scale` is in pixels per point of the layout.
    PictureSheet(const SheetRequest &request, PageLength length, double scale)
        : Sheet(request, length)
        , m_scale(scale)
        , m_page(std::min(request.previewPage, layout().pages() - 1))
    {
    }

    [[nodiscard]] std::optional<Failure> begin()
    {
        const QSize size = (layout().pageSize() * m_scale).toSize().expandedTo({1, 1});
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        if (m_image.isNull())
            return Failure{FailureKind::TooLarge, 0, u"%1 x %2"_s.arg(size.width()).arg(size.height())};
        m_image.fill(Qt::white);
        setSurface(CairoSurface(cairo_image_surface_create_for_data(m_image.bits(), CAIRO_FORMAT_ARGB32,
            m_image.width(), m_image.height(), int(m_image.bytesPerLine()))));
        cairo_scale(cairo(), m_scale, m_scale);
        drawFrame(m_page);
        return std::nullopt;
    }

    /// The pictures on the page.
    [[nodiscard]] StartedAnswer started() const override
    {
        StartedAnswer started = Sheet::started();
        started.page = m_page;
        started.first = layout().firstFlagOf(m_page);
        started.pictures = layout().firstFlagOf(m_page + 1) - started.first;
        return started;
    }

    [[nodiscard]] Result<FinishedAnswer> finish(const FinishRequest & /*request*/) override
    {
        cairo_surface_flush(surface());
        if (!request().previewBox.isEmpty())
            return FinishedAnswer{.file = {}, .preview = m_image};
        const QByteArray file = pngFile(m_image);
        if (file.isEmpty())
            return unexpected(Failure{FailureKind::DrawingTooLarge, 0, {}});
        return FinishedAnswer{.file = file, .preview = {}};
    }

private:
    void turnTo(int /*page*/) override { }

    const double m_scale;
    const int m_page;
    QImage m_image;
};

/// Pixels per point, limited so that neither side nor area exceeds the limits of common programs.
double scaleOfFile(const QSizeF &page)
{
    constexpr double wanted = 150.0 / 72; // 150 dots per inch
    constexpr double longestSide = 30'000; // pixels
    constexpr double largestArea = 60e6; // pixels
    return std::min({wanted, longestSide / std::max(page.width(), page.height()),
        std::sqrt(largestArea / (page.width() * page.height()))});
}

} // namespace

Result<std::unique_ptr<Composition>> beginContactSheet(const SheetRequest &request)
{
    const QSize box = request.previewBox;
    if (request.format == SheetFormat::Pdf && box.isEmpty())
        return std::make_unique<PdfSheet>(request);
    const PageLength length = request.format == SheetFormat::Pdf ? PageLength::Paper : PageLength::Endless;
    const QSizeF page = SheetLayout(request.options, int(request.codes.size()), length).pageSize();
    const double scale = box.isEmpty() ? scaleOfFile(page)
                                       : std::min(box.width() / page.width(), box.height() / page.height());
    auto sheet = std::make_unique<PictureSheet>(request, length, scale);
    if (const auto failure = sheet->begin())
        return unexpected(*failure);
    return sheet;
}
