// Owning pointers to cairo objects. Separate, so that other headers need not include <cairo.h>.
#pragma once

#include <cairo.h>

#include <memory>

struct DestroyCairoSurface
{
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};

struct DestroyCairo
{
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
};

using CairoSurface = std::unique_ptr<cairo_surface_t, DestroyCairoSurface>;
using Cairo = std::unique_ptr<cairo_t, DestroyCairo>;
