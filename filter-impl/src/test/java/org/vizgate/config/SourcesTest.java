package org.vizgate.config;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourcesTest {
    @Test
    void theNearestSource_wins() {
        Settings.Protecting settings = Written.withServer()
                .with("SITE_NAME", "near")
                .before(Written.contextParams().with("SITE_NAME", "far"))
                .protecting();

        assertThat(settings.tableau().siteName()).isEqualTo("near");
    }

    @Test
    void whatANearSourceLacks_comesFromAFartherOne() {
        Settings.Protecting settings = Written.withServer()
                .before(Written.contextParams().with("SITE_NAME", "far"))
                .protecting();

        assertThat(settings.tableau().siteName()).isEqualTo("far");
    }

    @Test
    void blankInANearSource_isTheDefaultAndHidesAFartherOne() {
        Settings.Protecting settings = Written.withServer()
                .with("SITE_NAME", " ")
                .before(Written.contextParams().with("SITE_NAME", "far"))
                .protecting();

        assertThat(settings.tableau().siteName()).isEmpty();
    }

    @Test
    void aProblem_namesTheSourceThatWasRead() {
        Written written = Written.withServer().before(Written.contextParams().with("OAUTH_CONSENT", "sometimes"));

        assertThat(written.problems())
                .singleElement()
                .extracting(Problem::origin)
                .isEqualTo("context-param OAUTH_CONSENT");
    }

    @Test
    void surroundingBlanks_areDropped() {
        Settings.Protecting settings =
                Written.withServer().with("SITE_NAME", "\n  sales\n").protecting();

        assertThat(settings.tableau().siteName()).isEqualTo("sales");
    }

    @Test
    void theNameWithOurPrefix_winsOverTheGeneralOne() {
        Settings.Protecting settings = Written.minimal()
                .with("SERVER", "some other program's")
                .with("AUTH", "basic")
                .with("VIZGATE_AUTH", "oauth")
                .before(Written.contextParams().with("VIZGATE_SERVER", "https://tableau.example.org"))
                .protecting();

        assertThat(settings.tableau().server()).hasToString("Optional[https://tableau.example.org]");
    }

    @Test
    void anUnknownName_isAWarningWithTheNearestName() {
        assertThat(Written.withServer().with("OAUTH_REDIRCET_URI", "x").read().warnings())
                .containsExactly("environment variable OAUTH_REDIRCET_URI is no setting of Vizgate and has no effect;"
                        + " the nearest name is OAUTH_REDIRECT_URI.");
    }

    @Test
    void anUnknownNameWithoutOurPrefix_isNotOurBusiness() {
        assertThat(Written.withServer().with("SERVERS", "x").read().warnings()).isEmpty();
    }
}
