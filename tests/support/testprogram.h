#pragma once

#include <functional>
#include <memory>

class QObject;

/// The kind of application object that exists while the test object is constructed and run.
enum class TestApplication {
    None,
    Core,
    Widgets, ///< at 96 dpi
};

/// Registers a test for main() of the test program into which its file is linked.
class TestRegistration final
{
public:
    using Maker = std::function<std::unique_ptr<QObject>()>;

    /// `file` is the source file of the test; its base name is the name of the test.
    TestRegistration(const char *file, TestApplication application, Maker make);
};

/// The name of the running test, which is the first argument of the test program. The arguments of QTest
/// follow it.
[[nodiscard]] const char *testName();

#define FLAGFETCH_TEST(Class, application)                                                                   \
    static const TestRegistration registrationOf##Class(                                                     \
        __FILE__, TestApplication::application, [] { return std::make_unique<Class>(); });
