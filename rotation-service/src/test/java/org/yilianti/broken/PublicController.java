package org.yilianti.broken;

import org.springframework.web.bind.annotation.RestController;

/** A controller that others can use, outside of web. */
@RestController
public class PublicController {}
