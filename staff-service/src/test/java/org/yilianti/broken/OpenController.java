package org.yilianti.broken;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** A controller that others could call, all of it in transactions. */
@RestController
@Transactional
public class OpenController {}
