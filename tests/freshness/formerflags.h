#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// Former flags that no installed set has, drawn in outline: code and SVG.
[[nodiscard]] inline QList<std::pair<QString, QByteArray>> formerFlags()
{
    const auto svg = [](const QByteArray &content) -> QByteArray {
        return R"(<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 6 4">)"
            + content + "</svg>";
    };
    const auto part = [](const char *colour, const char *path) -> QByteArray {
        return QByteArray(R"(<path fill=")") + colour + R"(" d=")" + path + R"("/>)";
    };
    const auto rows = [&part](const char *top, const char *middle, const char *bottom) -> QByteArray {
        return part(top, "M0 0h6v1.34H0z") + part(middle, "M0 1.33h6v1.34H0z")
            + part(bottom, "M0 2.66h6V4H0z");
    };
    const auto disc = [](const char *colour, const char *circle) -> QByteArray {
        return QByteArray("<circle fill=\"") + colour + "\" " + circle + "/>";
    };
    const QByteArray unionJack = part("#fff", "M0 0h3v2H0z")
        + part("#c8102e", "M0 .75h3v.5H0zM1.25 0h.5v2h-.5z")
        + part("#012169", "M.4 0h.6v.4zM2 0h.6L2 .4zM.4 2h.6v-.4zM2 2h.6L2 1.6z");
    return {
        {QStringLiteral("AF"),
            svg(rows("#009900", "#fff", "#000") + disc("#fc3", R"(cx="3" cy="2" r=".6")"))},
        {QStringLiteral("CD"), svg(part("#007fff", "M0 0h6v4H0z") + part("#f7d618", "M3 .7l1.2 2.6h-2.4z"))},
        {QStringLiteral("CX"), svg(part("#012169", "M0 0h6v4H0z") + unionJack)},
        {QStringLiteral("GE"),
            svg(part("#900", "M0 0h6v4H0z") + part("#000", "M0 0h2.4v.9H0z")
                + part("#fff", "M0 .9h2.4v.9H0z"))},
        {QStringLiteral("KM"),
            svg(part("#3a7f36", "M0 0h6v4H0z") + disc("#fff", R"(cx="3" cy="2" r=".9")")
                + disc("#3a7f36", R"(cx="3" cy="1.7" r=".8")"))},
        {QStringLiteral("LS"),
            svg(part("#fff", "M0 0h6L0 4z") + part("#00209f", "M6 0v1.3L2 4H0z")
                + part("#009543", "M6 1.3V4H2z"))},
        {QStringLiteral("LY"), svg(part("#239e46", "M0 0h6v4H0z"))},
        {QStringLiteral("ME"), svg(rows("#c6363c", "#3d9ad9", "#fff"))},
        {QStringLiteral("MM"),
            svg(part("#ea2839", "M0 0h6v4H0z") + part("#003f87", "M0 0h2.7v1.8H0z")
                + disc("#fff", R"(cx="1.3" cy=".9" r=".4")"))},
        {QStringLiteral("MQ"),
            svg(part("#24408e", "M0 0h6v4H0z") + part("#fff", "M0 1.6h6v.8H0zM2.6 0h.8v4h-.8z")
                + part("#fff", "M1.2.4h.3v.8h-.3zM4.5.4h.3v.8h-.3zM1.2 2.8h.3v.8h-.3zM4.5 2.8h.3v.8h-.3z"))},
        {QStringLiteral("MW"),
            svg(rows("#ce1126", "#000", "#339e35") + disc("#fff", R"(cx="3" cy="2" r=".8")"))},
        {QStringLiteral("RS"), svg(rows("#003893", "#fff", "#de0000"))},
        {QStringLiteral("RW"),
            svg(part("#ce1126", "M0 0h2v4H0z") + part("#fcd116", "M2 0h2v4H2z")
                + part("#009e49", "M4 0h2v4H4z") + part("#000", "M2.5 1.2h1v.4h-.6v1.4h-.4z"))},
        {QStringLiteral("SS"), svg(rows("#d21034", "#fff", "#000") + part("#007229", "M0 0l2 2-2 2z"))},
    };
}
