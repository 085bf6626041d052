package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The gateway's pages in a real Chromium, which also enforces the content security policy. */
@ExtendWith(GatewayTest.class)
class BrowserTests {

    private final GatewayTest.Shared shared;
    private ChromeDriver browser = open("en");

    BrowserTests(GatewayTest.Shared shared) {
        this.shared = shared;
    }

    @AfterEach
    void quit() {
        browser.quit();
    }

    @Test
    void aPersonSignsInAndOut() {
        browser.get(shared.gateway.uri().toString());
        browser.findElement(By.id("sign-in")).click();
        fillIn("wrong");
        assertThat(appears(By.id("wrong"))).contains("do not match");

        fillIn(RunningGateway.PASSWORD);
        assertThat(appears(By.id("account"))).isEqualTo("Signed in as evaluator");
        assertThat(browser.manage().getCookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("session");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(browser.getPageSource()).doesNotContain("eyJ");

        browser.findElement(By.id("sign-out")).click();
        appears(By.id("sign-in"));
        assertNoComplaints();
    }

    @Test
    void thePagesSpeakChinese() {
        browser.quit();
        browser = open("zh-CN");

        browser.get(shared.gateway.uri() + "/login");

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("医联体人力资源平台");
        assertThat(browser.findElement(By.id("submit")).getText()).isEqualTo("登录");
    }

    @Test
    void theDocumentationShowsEveryServiceUnderAStrictPolicy() {
        browser.get(shared.gateway.uri() + "/docs");

        for (String service : List.of("staff", "rotation", "incentive")) {
            choose(service);
            new WebDriverWait(browser, Duration.ofSeconds(30))
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector(".info .title"), service + "-service"));
            assertThat(appears(By.cssSelector(".opblock-summary-path"))).contains("/v1/" + service);
        }
        choose("gateway");
        assertThat(appears(By.cssSelector("[data-path='/v1/session']"))).contains("/v1/session");
        assertNoComplaints();
    }

    /** I3: the page behind a survey's link, in both languages, under the same strict policy. */
    @Test
    void whoeverHoldsALinkAnswersASurveyOnceOnItsPage() {
        survey("GET", "asked", 200, """
                {"name":"满意度","subject":"H1","open":true,"answered":false,"questions":[
                 {"code":"known","topic":"awareness","kind":"yes-no","steps":2,"text":"知道吗？","textEn":"Do you know?"},
                 {"code":"good","topic":"satisfaction","kind":"scale","steps":5,"text":"满意吗？","textEn":null}]}
                """);
        survey("PUT", "asked", 204, "");
        browser.get(shared.gateway.uri() + "/assets/survey.html#asked");
        assertThat(appears(By.tagName("legend"))).isEqualTo("Do you know?");
        assertThat(browser.findElements(By.cssSelector("input[name=good]"))).hasSize(5);

        browser.findElement(By.id("send")).click();
        assertThat(appears(By.id("message"))).contains("at least one question");
        browser.findElement(By.cssSelector("input[name=good][value='4']")).click();
        browser.findElement(By.id("language")).click();
        assertThat(appears(By.tagName("legend"))).isEqualTo("知道吗？");
        assertThat(browser.findElement(By.cssSelector("input[name=good][value='4']"))
                        .isSelected())
                .as("choices outlive the change of language")
                .isTrue();
        browser.findElement(By.id("send")).click();
        new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(ExpectedConditions.textToBe(By.id("message"), "感谢您的参与，答卷已收到。"));
        assertThat(browser.findElement(By.id("form")).isDisplayed()).isFalse();
        assertThat(shared.incentive.lastAsked().method()).isEqualTo("PUT");
        assertThat(shared.incentive.lastAsked().body()).isEqualTo("{\"answers\":{\"good\":4}}".length());
        assertNoComplaints();
    }

    /** I3: a used, an ended and an unknown link say so. */
    @Test
    void aLinkThatTakesNoAnswerSaysWhy() {
        String asked = "{\"name\":\"n\",\"subject\":\"s\",\"open\":%s,\"answered\":%s,\"questions\":[]}";
        survey("GET", "used", 200, asked.formatted(true, true));
        survey("GET", "ended", 200, asked.formatted(false, false));
        survey("GET", "unknown", 404, "{}");
        for (String[] one :
                new String[][] {{"used", "has been used"}, {"ended", "has ended"}, {"unknown", "is not valid"}}) {
            browser.get("about:blank");
            browser.get(shared.gateway.uri() + "/assets/survey.html#" + one[0]);
            new WebDriverWait(browser, Duration.ofSeconds(30))
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.id("message"), one[1]));
            assertThat(browser.findElement(By.id("form")).isDisplayed()).isFalse();
        }
    }

    private void survey(String method, String token, int status, String body) {
        shared.incentive.tell(method + " /v1/survey-links/" + token, status, body);
    }

    private void choose(String document) {
        appears(By.id("select"));
        new Select(browser.findElement(By.id("select"))).selectByVisibleText(document);
    }

    private void fillIn(String password) {
        appears(By.id("submit"));
        browser.findElement(By.id("username")).sendKeys("evaluator");
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.id("submit")).click();
    }

    private String appears(By element) {
        return new WebDriverWait(browser, Duration.ofSeconds(30))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(driver -> {
                    String text = driver.findElement(element).getText();
                    return text.isBlank() ? null : text;
                });
    }

    private void assertNoComplaints() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .as("what the browser complains of, such as breaches of the content security policy")
                .isEmpty();
    }

    private static ChromeDriver open(String language) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--accept-lang=" + language,
                "--lang=" + language);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new java.io.File("/usr/bin/chromedriver"))
                        .build(),
                options);
    }
}
