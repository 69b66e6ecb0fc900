package org.vizgate.library;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.vizgate.tableau.TestRest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WithoutServletsTest {
    @Test
    void aProgram_signsInWithoutTheServletApi() throws Exception {
        try (TestRest tableau = TestRest.open();
                URLClassLoader loader = new WithoutServlets()) {
            assertThatThrownBy(() -> loader.loadClass("jakarta.servlet.ServletRequest"))
                    .isInstanceOf(ClassNotFoundException.class);
            Runnable program = (Runnable) loader.loadClass(SmallProgram.class.getName())
                    .getConstructor(URI.class)
                    .newInstance(tableau.address());

            program.run();

            assertThat(program.getClass().getClassLoader()).isSameAs(loader);
            assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
        }
    }

    /** All that tests see, loaded anew, but for the jar of the Servlet API. */
    private static final class WithoutServlets extends URLClassLoader {
        WithoutServlets() {
            super(
                    Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                            .filter(entry -> !entry.contains("servlet-api"))
                            .map(WithoutServlets::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
