#pragma once

#include <functional>
#include <memory>

class QObject;

/// The application object that a test finds when its own object is made.
enum class TestApplication {
    None,
    Core,
    Widgets, ///< at 96 dpi
};

/// Makes a test known to main() of the test program that its file is linked into.
class TestRegistration final
{
public:
    using Maker = std::function<std::unique_ptr<QObject>()>;

    /// `file` is the test's own file: its base name is the name of the test.
    TestRegistration(const char *file, TestApplication application, Maker make);
};

/// The name of the test that is running, which is the first argument of its program; then come those of
/// QTest.
[[nodiscard]] const char *testName();

#define FLAGFETCH_TEST(Class, application)                                                                   \
    static const TestRegistration registrationOf##Class(                                                     \
        __FILE__, TestApplication::application, [] { return std::make_unique<Class>(); });
