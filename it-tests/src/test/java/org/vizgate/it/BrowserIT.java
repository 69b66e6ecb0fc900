package org.vizgate.it;

import java.net.URI;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** People in a real browser: the sample's page, the consent page, Tableau on another origin, and the error pages. */
@ExtendWith(ShowOutput.class)
class BrowserIT {
    private static TableauStandIn tableau;
    private static Sample sample;

    private Chromium browser;

    @BeforeAll
    static void start() {
        Chromium.requireInstalled();
        tableau = TableauStandIn.builder().host("localhost").start();
        sample = Sample.builder().tableau(tableau).start();
    }

    @AfterAll
    static void stop() {
        if (sample != null) {
            sample.close();
            tableau.close();
        }
    }

    @BeforeEach
    void open() {
        browser = Chromium.start();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("Sign in, see who and what, refresh, sign out: without one complaint of the browser")
    void signIn_showsUserAndWorkbooks() {
        browser.open(sample.at("/"));
        browser.element("#sign-in");
        browser.screenshot("1-signed-out");
        browser.click("#sign-in");
        browser.element("button[value=allow]");
        browser.screenshot("2-consent");
        assertThat(browser.text("main")).contains("Vizgate sample page");
        browser.click("button[value=allow]");
        browser.awaitOrigin(tableau.address());
        browser.screenshot("3-tableau");
        browser.click("input[value='" + JO_SALES.luid() + "']");
        browser.click("button.main");
        browser.awaitText("#status", "You are signed in");
        browser.screenshot("4-signed-in");

        assertThat(browser.address()).isEqualTo(sample.at("/"));
        assertThat(browser.text("#who")).contains("jo@corp.example").contains("sales");
        assertThat(browser.text("#workbooks")).contains("Jo's pipeline");
        assertThat(browser.text("#workbooks-note")).contains("131");
        assertThat(browser.text("#remaining")).matches("(1:00:00|59:\\d\\d)");

        String before = String.valueOf(browser.script("return sessionStorage.getItem('vizgate.tokens')"));
        browser.click("#refresh");
        browser.awaitText("#status", "The access token is new");
        assertThat(String.valueOf(browser.script("return sessionStorage.getItem('vizgate.tokens')")))
                .isNotEqualTo(before);
        assertThat(browser.complaints()).isEmpty();

        browser.click("#sign-out");
        browser.awaitText("#status", "You are signed out");
        browser.screenshot("5-signed-out-again");
        assertThat(browser.script("return sessionStorage.getItem('vizgate.tokens')"))
                .isEqualTo("");
        assertThat(browser.text("#status")).contains("revoked");
        browser.element("#sign-in");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("R2 R38: a call without a token shows the challenge to the page")
    void callWithoutToken_showsTheChallenge() {
        browser.open(sample.at("/"));
        browser.click("#call-without-token");

        browser.awaitText("#challenge", "HTTP 401");
        assertThat(browser.text("#challenge"))
                .contains("WWW-Authenticate: Bearer")
                .contains("resource_metadata=\"" + sample.base());
        browser.screenshot("6-challenge");
    }

    @Test
    @DisplayName("A42: whoever says no, here or at Tableau, is told what that means")
    void denial_isExplained() {
        browser.open(sample.at("/"));
        browser.click("#sign-in");
        browser.click("button[value=deny]");
        browser.awaitText("#status", "declined");
        assertThat(browser.text("#status")).contains("Sign in again");
        assertThat(browser.address()).isEqualTo(sample.at("/"));
        browser.screenshot("7-denied");

        browser.click("#sign-in");
        browser.click("button[value=allow]");
        browser.awaitOrigin(tableau.address());
        browser.click("button[name=standin_deny]");
        browser.awaitText("#status", "declined");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("The keyboard alone is enough to sign in and out")
    void keyboard_isEnough() {
        browser.open(sample.at("/"));
        browser.tabTo("#sign-in");
        browser.press(Keys.ENTER);
        browser.tabTo("button[value=allow]");
        browser.screenshot("8-consent-focus");
        browser.press(Keys.ENTER);
        browser.awaitOrigin(tableau.address());
        browser.tabTo("input[name=standin_user]");
        browser.press(Keys.SPACE);
        browser.tabTo("button.main");
        browser.press(Keys.ENTER);
        browser.awaitText("#status", "You are signed in");
        browser.tabTo("#sign-out");
        browser.press(Keys.ENTER);
        browser.awaitText("#status", "You are signed out");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @DisplayName("A session that was ended is renewed; a Tableau that is down is named, and nobody is signed out")
    void tableauInTrouble_isExplained() {
        signIn();
        tableau.control().endAllSessions();
        browser.click("#refresh");
        browser.awaitText("#status", "The access token is new");

        tableau.control().at("/**").unavailable();
        browser.click("#refresh");
        browser.awaitText("#status", "Try again in a moment");
        browser.screenshot("9-tableau-gone");
        tableau.control().endTrouble();
        browser.click("#refresh");
        browser.awaitText("#status", "The access token is new");
    }

    @Test
    @DisplayName("Every page fits a phone, in light and dark")
    void narrowScreen_needsNoSidewaysScrolling() {
        browser.narrow(390);
        for (String scheme : new String[] {"light", "dark"}) {
            browser.prefer(scheme);
            show(sample.at("/"), "#sign-in", "page", scheme);
            browser.click("#sign-in");
            look("button[value=allow]", "consent", scheme);
            browser.click("button[value=allow]");
            browser.awaitOrigin(tableau.address());
            look("button.main", "tableau", scheme);
            show(sample.at("/oauth/authorize?client_id=nobody"), "main", "unknown-client", scheme);
            show(sample.at("/Callback?code=x&state=y"), "main", "sign-in-lost", scheme);
        }
    }

    @Test
    @DisplayName("Dark mode is dark, on every page")
    void darkMode_isDark() {
        browser.prefer("dark");
        browser.open(sample.at("/"));
        browser.element("#sign-in");
        assertDark();
        browser.click("#sign-in");
        browser.element("button[value=allow]");
        assertDark();
        browser.screenshot("dark-consent");
        browser.open(sample.at("/oauth/authorize?client_id=nobody"));
        assertDark();
        browser.screenshot("dark-error");
        signIn();
        browser.screenshot("dark-signed-in");
    }

    private void assertDark() {
        Object brightness = browser.script("""
                const bodyColor = getComputedStyle(document.body).backgroundColor;
                const color = /, 0\\)$/.test(bodyColor) ? getComputedStyle(document.documentElement).backgroundColor : bodyColor;
                return Math.max(...color.match(/[0-9.]+/g).slice(0, 3).map(Number));
                """);
        assertThat(((Number) brightness).doubleValue())
                .as("%s", browser.address())
                .isLessThan(80);
    }

    private void signIn() {
        browser.open(sample.at("/"));
        browser.click("#sign-in");
        browser.click("button[value=allow]");
        browser.awaitOrigin(tableau.address());
        browser.click("input[value='" + JO_SALES.luid() + "']");
        browser.click("button.main");
        browser.awaitText("#status", "You are signed in");
    }

    private void show(URI address, String css, String name, String scheme) {
        browser.open(address);
        look(css, name, scheme);
    }

    private void look(String css, String name, String scheme) {
        browser.element(css);
        browser.screenshot("phone-" + name + "-" + scheme);
        assertThat(browser.scrollsSideways())
                .as("%s at %s", name, browser.address())
                .isFalse();
    }
}
