package org.yilianti.rotation;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.EveryInputIsJudged;
import org.yilianti.platform.test.PublishedApi;
import org.yilianti.platform.test.ServiceTest;

@ServiceTest
class ApiDocumentTests implements PublishedApi, EveryInputIsJudged {

    @LocalServerPort
    int port;

    @Override
    public String service() {
        return "rotation-service";
    }

    @Override
    public int port() {
        return port;
    }
}
