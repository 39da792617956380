#pragma once

#include <QByteArray>
#include <QImage>

#include <algorithm>
#include <array>

/// Encodes an image as a dithered GIF with 125 colours and transparency, because Qt cannot write GIFs. Does
/// not compress: each pixel is one code of eight bits, with a clear code before the code table would grow.
[[nodiscard]] inline QByteArray gifFile(const QImage &image)
{
    constexpr int levels = 5; // of each channel
    constexpr int transparent = 127;
    const auto little
        = [](int number) { return QByteArray().append(char(number & 0xff)).append(char(number >> 8)); };
    QByteArray file = "GIF89a" + little(image.width()) + little(image.height());
    file += QByteArray::fromHex("e60000"); // a table of 128 colours
    for (int colour = 0; colour < 128; ++colour) {
        for (const int weight : {levels * levels, levels, 1})
            file.append(char(std::min(colour / weight % levels * 255 / (levels - 1), 255)));
    }
    file += QByteArray::fromHex("21f904010000") + char(transparent) + QByteArray::fromHex("00");
    file += QByteArray::fromHex("2c00000000") + little(image.width()) + little(image.height());
    file += QByteArray::fromHex("0007"); // 128 is clear, 129 the end
    QByteArray codes;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            constexpr std::array<std::array<int, 2>, 2> thresholds{{{32, 160}, {224, 96}}};
            const auto level = [threshold = thresholds[std::size_t(y % 2)][std::size_t(x % 2)]](int channel) {
                return std::min((channel * (levels - 1) + threshold) / 255, levels - 1);
            };
            const QRgb pixel = image.pixel(x, y);
            if (count++ % 120 == 0)
                codes.append(char(128));
            codes.append(char(qAlpha(pixel) < 128
                    ? transparent
                    : (level(qRed(pixel)) * levels + level(qGreen(pixel))) * levels + level(qBlue(pixel))));
        }
    }
    codes.append(char(129));
    for (qsizetype start = 0; start < codes.size(); start += 255) {
        const QByteArray block = codes.mid(start, 255);
        file += QByteArray().append(char(block.size())) + block;
    }
    return file.append('\0').append(';');
}
