import { newActivityName } from '../bizproc/token';
import type { TemplateOptions, TemplateStep } from '../options';
import type { TemplateView } from '../records';

export interface Template extends TemplateView {
	steps: Array<TemplateStep & { activityName: string }>;
}

/** The drawn processes of the portal. */
export class Templates {
	private readonly byId = new Map<number, Template>();

	publish({ name = 'A process', steps, document }: TemplateOptions): Template {
		const templateId = this.byId.size + 1;
		const named = steps.map((step) => ({ ...step, activityName: newActivityName() }));
		const template = { templateId, name, steps: named, document };
		this.byId.set(templateId, template);
		return template;
	}

	get(templateId: number): Template {
		const template = this.byId.get(templateId);
		if (!template) throw new Error(`No template ${templateId} was published here`);
		return template;
	}

	views(): TemplateView[] {
		return [...this.byId.values()];
	}
}
