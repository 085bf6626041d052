package org.yilianti.rotation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yilianti.platform.test.EveryEndpointRefuses;
import org.yilianti.platform.test.ServiceTest;

@ServiceTest
class RefusalTests implements EveryEndpointRefuses {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public int port() {
        return port;
    }
}
