import { z } from 'zod';
import { portfolioSchema } from '../domain/portfolio/computePortfolio.ts';
import { asOfSchema } from './common.ts';
import { forWindow } from './method.ts';

export const portfolioMethods = {
  'portfolio.compute': forWindow(z.strictObject({ asOf: asOfSchema }), portfolioSchema),
};
